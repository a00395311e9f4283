import { describe, expect, test } from 'vitest'
import { endDueCases } from '../domain/case-end.ts'
import { warnOfHalfSignIns } from '../domain/half-sign-in.ts'
import { colleague, stranger } from '../testing/company.ts'
import { lettersOf, newestSecret, settled } from '../testing/letters.ts'
import { addScan, approve, backIn, caseOf, coolingCase, enterCase, openCase, openRecovery, submittedCase } from '../testing/recovery.ts'
import { rowsOf } from '../testing/rows.ts'

const hour = 3_600_000
const addresses = (letters: { address: string }[]) => letters.map(({ address }) => address).sort()

describe('"stop this"', () => {
  test('by the link of anybody who was told: looking changes nothing, stopping ends the case, and all of them are told', async () => {
    const { house, lost, member } = await openRecovery()
    const { number, id } = await openCase(house, lost)
    const told = await lettersOf(house, 'case-opened')
    const token = told.find(({ address }) => address === member.email)?.secret ?? ''
    const anyBrowser = house.browser()
    const shown = await anyBrowser.call('POST /api/recovery/stop/check', { token })
    expect(shown.body).toEqual({ number, name: 'Pere Mas', company: 'Ferreteria Soler, SL', openedAt: house.now() })
    expect(await caseOf(house, id)).toMatchObject({ state: 'open' })

    expect((await anyBrowser.call('POST /api/recovery/stop', { token })).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped', endedAt: house.now() })
    const stopped = await lettersOf(house, 'case-stopped')
    expect(addresses(stopped)).toEqual(addresses(told))
    expect(stopped[0]?.letter).toMatchObject({ who: 'Pere Mas', by: '' })
    for (const { secret } of told) {
      expect((await anyBrowser.call('POST /api/recovery/stop/check', { token: secret })).problem).toMatchObject({
        status: 410,
        code: 'link-over',
      })
      expect((await anyBrowser.call('POST /api/recovery/stop', { token: secret })).problem.code).toBe('link-over')
    }
    expect((await lost.browser.call('GET /api/me')).status).toBe(200)
  })

  test('a link of another purpose, of nobody or of somebody who is gone stops nothing', async () => {
    const { house, lost, member, boss } = await openRecovery()
    await openCase(house, lost)
    await house.browser().call('POST /api/password/forgot', { email: lost.email })
    await settled()
    const token = (await lettersOf(house, 'case-opened')).find(({ address }) => address === member.email)?.secret ?? ''
    await boss.browser.call('POST /api/contacts/:contactId/active', { active: false, ...boss.proof() }, { contactId: member.id })
    for (const wrong of [await newestSecret(house, 'password-reset'), 'A'.repeat(43), '', token])
      expect((await house.browser().call('POST /api/recovery/stop', { token: wrong })).problem.code).toBe('link-over')
  })

  test('by the person, signed in after all, with a fresh code', async () => {
    const { house, lost, boss } = await openRecovery()
    const { id } = await openCase(house, lost)
    expect((await lost.browser.call('POST /api/recovery/own/stop', {})).problem.code).toBe('fresh-code-needed')
    expect((await lost.browser.call('POST /api/recovery/own/stop', lost.proof())).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped' })
    expect((await lettersOf(house, 'case-stopped'))[0]?.letter).toMatchObject({ by: 'Pere Mas' })
    for (const browser of [lost.browser, boss.browser])
      expect((await browser.call('POST /api/recovery/own/stop', {})).problem).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('by an admin of the company with a fresh code; nobody else’s case is there for them', async () => {
    const { house, lost, boss, member } = await openRecovery()
    const { id } = await openCase(house, lost)
    const params = { caseId: id }
    const elsewhere = await stranger(house)
    const stop = (who: typeof boss, body: object) => who.browser.call('POST /api/company/recovery-cases/:caseId/stop', body, params)
    expect((await stop(elsewhere, elsewhere.proof())).problem).toMatchObject({ status: 404, code: 'not-found' })
    expect((await stop(member, member.proof())).problem.code).toBe('admins-only')
    expect((await stop(boss, {})).problem.code).toBe('fresh-code-needed')
    expect((await elsewhere.browser.call('GET /api/company/recovery-cases')).body).toEqual({ cases: [] })
    expect(await caseOf(house, id)).toMatchObject({ state: 'open' })
    expect((await stop(boss, boss.proof())).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped' })
    expect((await stop(boss, boss.proof())).problem).toMatchObject({ status: 409, code: 'out-of-order' })
    expect((await lettersOf(house, 'case-stopped'))[0]?.letter).toMatchObject({ by: 'Montserrat Soler' })
  })

  test('and the second approval at once: one of them happens', async () => {
    for (const turn of [0, 1]) {
      const recovery = await openRecovery()
      const { house, nuria, pavel } = recovery
      const { id, params } = await submittedCase(recovery)
      await approve(nuria, id)
      const token = await newestSecret(house, 'case-opened')
      await pavel.browser.call('POST /api/desk/recovery-cases/:caseId/claim', undefined, params)
      const body = {
        checked: ['number-and-fingerprint', 'certified-signature', 'name-and-account', 'nobody-objects'],
        reason: 'x',
        ...pavel.proof(),
      }
      const acts = [
        () => house.browser().call('POST /api/recovery/stop', { token }),
        () => pavel.browser.call('POST /api/desk/recovery-cases/:caseId/approve', body, params),
      ]
      const answers = await Promise.all((turn === 0 ? acts : acts.toReversed()).map((act) => act()))
      expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
      const { state } = await caseOf(house, id)
      const [stopped, approved] = turn === 0 ? answers : answers.toReversed()
      expect(state).toBe((stopped?.status ?? 500) < 300 ? 'stopped' : 'cooling')
      expect(approved?.status === 200).toBe(state === 'cooling')
    }
  })

  test('and the end of the cooling-off at once: one of them happens, and nothing of the other', async () => {
    const recovery = await openRecovery()
    const { house, lost } = recovery
    const { id } = await coolingCase(recovery)
    const token = await newestSecret(house, 'case-approved')
    house.wait(24 * hour)
    const [answer] = await Promise.all([house.browser().call('POST /api/recovery/stop', { token }), endDueCases(house.deps)])
    const { state } = await caseOf(house, id)
    const contact = await house.deps.store.findContact(lost.id)
    expect(state).toBe(answer.status === 204 ? 'stopped' : 'completed')
    expect(contact?.passwordSealed === null).toBe(state === 'completed')
    expect(await lettersOf(house, 'case-completed')).toHaveLength(state === 'completed' ? 1 : 0)
  })

  test('in the cooling-off: nothing is approved, refused or completed any more', async () => {
    const recovery = await openRecovery()
    const { house, lost, nuria } = recovery
    const { id, params } = await coolingCase(recovery)
    expect((await house.browser().call('POST /api/recovery/stop', { token: await newestSecret(house, 'case-approved') })).status).toBe(204)
    for (const act of ['claim', 'release'] as const)
      expect((await nuria.browser.call(`POST /api/desk/recovery-cases/:caseId/${act}`, undefined, params)).problem.code).toBe(
        'out-of-order',
      )
    const refused = await nuria.browser.call('POST /api/desk/recovery-cases/:caseId/refuse', { reason: 'x', ...nuria.proof() }, params)
    expect(refused.problem.code).toBe('out-of-order')
    house.wait(48 * hour)
    await endDueCases(house.deps)
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped' })
    expect((await house.deps.store.findContact(lost.id))?.factorId).not.toBeNull()
  })
})

describe('a case ends by itself', () => {
  test('when the person says of the sign-in that opened it: this was not me', async () => {
    const { house, lost } = await openRecovery()
    const { id } = await openCase(house, lost)
    house.wait(5 * 60_000)
    await warnOfHalfSignIns(house.deps)
    expect((await house.browser().call('POST /api/not-me', { token: await newestSecret(house, 'half-sign-in') })).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped' })
  })

  test('when verification is switched off another way, or the person is gone', async () => {
    const { house, lost, boss, second } = await openRecovery()
    const params = { contactId: lost.id }
    const helped = await openCase(house, lost)
    const off = { reason: 'A new phone.', setUpAnew: false, ...boss.proof() }
    expect((await boss.browser.call('POST /api/contacts/:contactId/verification/off', off, params)).status).toBe(204)
    expect(await caseOf(house, helped.id)).toMatchObject({ state: 'stopped' })

    const own = await openCase(house, second)
    expect((await second.browser.call('POST /api/two-factor/off', second.proof())).status).toBe(204)
    expect(await caseOf(house, own.id)).toMatchObject({ state: 'stopped' })

    for (const [key, body] of [
      ['POST /api/contacts/:contactId/active', { active: false }],
      ['POST /api/contacts/:contactId/leave', {}],
    ] as const) {
      const other = await colleague(house, { verification: true })
      const gone = await openCase(house, other)
      const answer = await boss.browser.call(key, { ...body, ...boss.proof() }, { contactId: other.id })
      expect([key, answer.status < 300]).toEqual([key, true])
      expect(await caseOf(house, gone.id)).toMatchObject({ state: 'stopped' })
    }
  })
})

describe('vouching', () => {
  const vouch = 'POST /api/company/recovery-cases/:caseId/vouch'

  test('by another admin with verification on and a fresh code shortens the wait, and everybody is told', async () => {
    const recovery = await openRecovery()
    const { house, lost, boss, nuria, pavel } = recovery
    const { id, params } = await submittedCase(recovery)
    expect((await boss.browser.call('GET /api/company/recovery-cases')).body).toMatchObject({
      cases: [{ id, mayVouch: true, vouchedBy: null }],
    })
    expect((await boss.browser.call(vouch, { code: boss.phone?.wrong(house.now()) }, params)).problem.code).toBe('code-wrong')
    expect((await boss.browser.call(vouch, boss.proof(), params)).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'review', vouchedById: boss.id, vouchedByName: 'Montserrat Soler' })
    expect(addresses(await lettersOf(house, 'case-vouched'))).toEqual(addresses(await lettersOf(house, 'case-opened')))
    expect((await boss.browser.call('GET /api/company/recovery-cases')).body).toMatchObject({
      cases: [{ mayVouch: false, vouchedBy: 'Montserrat Soler' }],
    })
    await approve(nuria, id)
    await approve(pavel, id)
    expect(await caseOf(house, id)).toMatchObject({ coolingEndsAt: house.now() + 12 * hour })
    expect((await lettersOf(house, 'case-approved'))[0]?.letter).toMatchObject({ until: house.now() + 12 * hour })
    house.wait(12 * hour)
    await endDueCases(house.deps)
    expect((await house.deps.store.findContact(lost.id))?.factorId).toBeNull()
  })

  test('in the cooling-off counts from the second approval', async () => {
    const recovery = await openRecovery()
    const { house, boss } = recovery
    const { id, params } = await coolingCase(recovery)
    const approvedAt = house.now()
    house.wait(13 * hour)
    await backIn(boss)
    expect((await boss.browser.call(vouch, boss.proof(), params)).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'cooling', coolingEndsAt: approvedAt + 12 * hour })
    await endDueCases(house.deps)
    expect(await caseOf(house, id)).toMatchObject({ state: 'completed' })
  })

  test('is nothing for oneself, without own verification, twice, in another company, or by somebody who is no admin', async () => {
    const { house, lost, boss, second, member } = await openRecovery()
    const { id } = await openCase(house, lost)
    const params = { caseId: id }
    const weak = await colleague(house, { role: 'admin' })
    const elsewhere = await stranger(house)
    const refused = [
      [elsewhere, 'not-found'],
      [member, 'admins-only'],
      [weak, 'own-verification-needed'],
    ] as const
    for (const [who, code] of refused) {
      const proof = who.proof().code ?? '123456'
      expect((await who.browser.call(vouch, { code: proof }, params)).problem.code).toBe(code)
    }
    const own = await openCase(house, second)
    const itself = await second.browser.call(vouch, second.proof(), { caseId: own.id })
    expect(itself.problem).toMatchObject({ status: 409, code: 'not-yourself' })
    expect((await second.browser.call('GET /api/company/recovery-cases')).body).toMatchObject({
      cases: expect.arrayContaining([expect.objectContaining({ id: own.id, mayVouch: false })]),
    })
    const twice = [boss.browser.call(vouch, boss.proof(), params), second.browser.call(vouch, second.proof(), params)]
    expect((await Promise.all(twice)).map(({ status }) => status).sort()).toEqual([204, 409])
    expect((await boss.browser.call(vouch, boss.proof(), params)).problem.code).toBe('out-of-order')
    expect(await lettersOf(house, 'case-vouched')).toHaveLength(5)
  })
})

test('each step of a case is an event of the account, and a line of its history', async () => {
  const recovery = await openRecovery()
  const { house, nuria, pavel, boss } = recovery
  const { id, page, params, number } = await submittedCase(recovery)
  await nuria.browser.call('POST /api/desk/recovery-cases/:caseId/claim', undefined, params)
  await nuria.browser.call('POST /api/desk/recovery-cases/:caseId/ask-again', { message: 'The signature is missing.' }, params)
  await addScan(house, id)
  await page.call('POST /api/recovery/case/submit')
  await boss.browser.call('POST /api/company/recovery-cases/:caseId/vouch', boss.proof(), params)
  await approve(nuria, id)
  await approve(pavel, id)
  const company = (await boss.browser.send('GET', '/api/company/activity?topic=recovery')).body as {
    events: { kind: string; by: string | null }[]
  }
  expect(company.events.flatMap(({ by }) => by ?? [])).toEqual(['Montserrat Soler'])
  house.wait(24 * hour)
  await endDueCases(house.deps)
  const events = (await rowsOf(house.engine, house.engine.tables.events)).filter(({ kind }) => kind.startsWith('case-'))
  expect(events.map(({ kind, actorName }) => `${kind} ${actorName}`)).toEqual([
    'case-opened Pere Mas',
    'case-entered Pere Mas',
    'case-submitted Pere Mas',
    'case-claimed Núria Camps',
    'case-asked-again Núria Camps',
    'case-submitted Pere Mas',
    'case-vouched Montserrat Soler',
    'case-claimed Núria Camps',
    'case-approved Núria Camps',
    'case-claimed Pavel Novák',
    'case-approved Pavel Novák',
    'case-completed Pere Mas',
  ])
  await house.browser().call('POST /api/recovery/code', { number })
  const { body } = await (await enterCase(house, number)).call('GET /api/recovery/case')
  const { entries } = body as { entries: { kind: string; by: string; name: string; text: string }[] }
  expect(entries.map(({ kind, by, name, text }) => [kind, by, name, text])).toEqual([
    ['opened', 'person', 'Pere Mas', ''],
    ['submitted', 'person', 'Pere Mas', ''],
    ['asked-again', 'desk', '', 'The signature is missing.'],
    ['submitted', 'person', 'Pere Mas', ''],
    ['vouched', 'admin', 'Montserrat Soler', ''],
    ['approved', 'desk', '', ''],
    ['approved-again', 'desk', '', ''],
    ['completed', 'time', '', ''],
  ])
})
