import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { endDueCases } from '../domain/case-end.ts'
import { colleague } from '../testing/company.ts'
import { lettersOf } from '../testing/letters.ts'
import {
  addScan,
  approve,
  backIn,
  caseOf,
  coolingCase,
  everything,
  openCase,
  openRecovery,
  type Recovery,
  submittedCase,
} from '../testing/recovery.ts'
import { alter } from '../testing/rows.ts'

const hour = 3_600_000
const day = 24 * hour
const at = (act: 'claim' | 'release' | 'ask-again' | 'approve' | 'refuse') => `POST /api/desk/recovery-cases/:caseId/${act}` as const
const yes = (staff: Recovery['nuria']) => ({ checked: everything, reason: 'All as it should be.', ...staff.proof() })

describe('the queue', () => {
  test('shows numbers and companies, no names; the one that has waited longest first', async () => {
    const recovery = await openRecovery()
    const { house, lost, boss, second, nuria } = recovery
    const waits = await submittedCase(recovery)
    house.wait(2 * 60_000)
    const alsoWaits = await submittedCase({ house, lost: boss })
    house.wait(2 * 60_000)
    const open = await openCase(house, second)
    const list = async (query: string) =>
      (await nuria.browser.send('GET', `/api/desk/recovery-cases${query}`)).body as {
        cases: { number: string }[]
        found: number
        waiting: number
      }
    const waiting = await list('')
    expect(waiting.cases.map(({ number }) => number)).toEqual([waits.number, alsoWaits.number])
    expect(waiting).toMatchObject({ found: 2, pages: 1, waiting: 2 })
    expect(waiting.cases[0]).toMatchObject({ company: 'Ferreteria Soler, SL', state: 'review', heldBy: null, documents: 1, vouched: false })
    for (const { name, email } of [
      { name: 'Pere Mas', email: lost.email },
      { name: 'Montserrat Soler', email: boss.email },
    ]) {
      expect(JSON.stringify(waiting)).not.toContain(name)
      expect(JSON.stringify(waiting)).not.toContain(email)
    }
    expect(await list('?state=open')).toMatchObject({ cases: [{ number: open.number }], found: 1, waiting: 2 })
    expect(await list('?state=mine')).toMatchObject({ cases: [], found: 0 })
    await nuria.browser.call(at('claim'), undefined, waits.params)
    expect(await list('?state=mine')).toMatchObject({ cases: [{ number: waits.number, heldBy: 'Núria Camps' }], found: 1 })
    await waits.page.call('POST /api/recovery/case/withdraw')
    expect(await list('?state=closed')).toMatchObject({ cases: [{ number: waits.number, state: 'withdrawn', heldBy: null }] })
    expect(await list('?state=cooling&page=9')).toMatchObject({ cases: [], found: 0, pages: 1 })
    expect((await nuria.browser.send('GET', '/api/desk/recovery-cases?state=all')).status).toBe(422)
  })
})

describe('a case', () => {
  test('shows who it is about, the form and the scans only to who holds it', async () => {
    const recovery = await openRecovery()
    const { house, lost, nuria, pavel } = recovery
    const { id, params } = await submittedCase(recovery)
    const { addCaseEntry } = house.deps.store
    const entry = { id: 'cen_1', caseId: id, at: house.now(), kind: 'document-added' as const, by: 'person' as const, byName: 'Pere Mas' }
    await house.deps.store.commit(addCaseEntry({ ...entry, text: 'pere-mas.pdf' }))
    const look = async (who: typeof nuria) => (await who.browser.call('GET /api/desk/recovery-cases/:caseId', undefined, params)).body
    const unheld = await look(nuria)
    expect(unheld).toMatchObject({ heldBy: null, heldByMe: false, held: null, may: ['claim'], company: 'Ferreteria Soler, SL' })
    await nuria.browser.call(at('claim'), undefined, params)
    for (const text of [unheld, await look(pavel)].map((body) => JSON.stringify(body)))
      for (const secret of ['Pere', lost.email, '972', 'pere-mas']) expect(text).not.toContain(secret)
    expect(await look(pavel)).toMatchObject({ heldBy: 'Núria Camps', heldByMe: false, held: null, may: [] })
    expect(await look(nuria)).toMatchObject({
      heldByMe: true,
      held: { name: 'Pere Mas', email: lost.email, phone: '+34972000199', documents: [{ name: 'pere-mas.pdf', type: 'pdf', bytes: 1 }] },
      checklist: ['number-and-fingerprint', 'certified-signature', 'name-and-account', 'nobody-objects'],
      may: ['release', 'ask-again', 'approve', 'refuse'],
    })
    await nuria.browser.call(at('release'), undefined, params)
    expect(await look(nuria)).toMatchObject({ held: null, may: ['claim'] })
    expect((await nuria.browser.call('GET /api/desk/recovery-cases/:caseId', undefined, { caseId: 'cas_1' })).problem.code).toBe(
      'not-found',
    )
  })

  test('is held by one at a time, of fifty who claim it at once too; an hour after the last act somebody else may take it over', async () => {
    const recovery = await openRecovery()
    const { house, nuria, pavel } = recovery
    const { id, params } = await submittedCase(recovery)
    const claims = Array.from({ length: 50 }, (_, n) => [nuria, pavel][n % 2]?.browser.call(at('claim'), undefined, params))
    expect((await Promise.all(claims)).filter((answer) => answer?.status === 204)).toHaveLength(1)
    const row = await caseOf(house, id)
    const { heldById } = row
    const [holder, other] = heldById === nuria.id ? [nuria, pavel] : [pavel, nuria]
    expect((await other.browser.call(at('claim'), undefined, params)).problem).toMatchObject({ status: 403, code: 'not-held' })
    const { keepCase, commit } = house.deps.store
    await expect(commit(keepCase(row, other.id, house.now()))).rejects.toThrow('not-held')
    house.wait(hour)
    const { browser } = await colleague(house, { companyId: recovery.operator, role: 'support', verification: true })
    expect((await browser.call(at('claim'), undefined, params)).status).toBe(204)
    await backIn(holder)
    expect((await holder.browser.call(at('release'), undefined, params)).problem.code).toBe('not-held')
  })

  test('that another company’s admin or no member of the desk asks for is not there for them', async () => {
    const recovery = await openRecovery()
    const { boss, member } = recovery
    const { params } = await submittedCase(recovery)
    for (const { browser } of [boss, member]) {
      expect((await browser.call('GET /api/desk/recovery-cases')).problem).toMatchObject({ status: 403, code: 'staff-only' })
      expect((await browser.call('GET /api/desk/recovery-cases/:caseId', undefined, params)).problem.code).toBe('staff-only')
      expect((await browser.call(at('claim'), undefined, params)).problem.code).toBe('staff-only')
    }
  })

  test('goes back with what is missing: the approval is gone, the person has thirty days more', async () => {
    const recovery = await openRecovery()
    const { house, lost, nuria, pavel } = recovery
    const { id, page, params } = await submittedCase(recovery)
    await approve(nuria, id)
    await pavel.browser.call(at('claim'), undefined, params)
    const links = await lettersOf(house, 'case-opened')
    expect((await pavel.browser.call(at('ask-again'), { message: '' }, params)).status).toBe(422)
    expect((await pavel.browser.call(at('ask-again'), { message: 'The second page, please.' }, params)).status).toBe(204)
    const row = await caseOf(house, id)
    expect(row).toMatchObject({
      state: 'open',
      heldById: null,
      firstApproverId: null,
      submittedAt: null,
      expiresAt: house.now() + 30 * day,
    })
    expect((await page.call('GET /api/recovery/case')).body).toMatchObject({ state: 'open', askedFor: 'The second page, please.' })
    expect(await lettersOf(house, 'case-asked-again')).toMatchObject([
      { address: lost.email, letter: { message: 'The second page, please.', expiresAt: row.expiresAt } },
    ])
    await addScan(house, id)
    await page.call('POST /api/recovery/case/submit')
    // Whoever approved before may be the first once more; nothing counts twice.
    expect(await approve(nuria, id)).toEqual({ state: 'second-review' })
    house.wait(39 * day)
    const shown = await house.browser().call('POST /api/recovery/stop/check', { token: links[0]?.secret })
    expect(shown.status).toBe(200)
  })

  test('is refused with a reason, a fresh code and in one’s own hands; the person is told why', async () => {
    const recovery = await openRecovery()
    const { house, lost, nuria, pavel } = recovery
    const { id, params, page } = await submittedCase(recovery)
    const no = { reason: 'The certificate is not of a notary.' }
    expect((await nuria.browser.call(at('refuse'), { ...no, ...nuria.proof() }, params)).problem.code).toBe('not-held')
    await nuria.browser.call(at('claim'), undefined, params)
    expect((await pavel.browser.call(at('refuse'), { ...no, ...pavel.proof() }, params)).problem.code).toBe('not-held')
    expect((await nuria.browser.call(at('refuse'), { reason: ' ', ...nuria.proof() }, params)).status).toBe(422)
    expect((await nuria.browser.call(at('refuse'), { ...no, code: nuria.phone?.wrong(house.now()) }, params)).problem.code).toBe(
      'code-wrong',
    )
    expect((await nuria.browser.call(at('refuse'), { ...no, ...nuria.proof() }, params)).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'refused', reason: no.reason, endedAt: house.now() })
    expect((await page.call('GET /api/recovery/case')).body).toMatchObject({ state: 'refused', reason: no.reason, nextBy: null })
    expect(await lettersOf(house, 'case-refused')).toMatchObject([{ address: lost.email, letter: no }])
  })

  test('is refused in the cooling-off by anybody of the desk, the approvers too', async () => {
    const recovery = await openRecovery()
    const { house, nuria, lost } = recovery
    const { id, params } = await coolingCase(recovery)
    const answer = await nuria.browser.call(at('refuse'), { reason: 'It was a forgery.', ...nuria.proof() }, params)
    expect(answer.status).toBe(204)
    house.wait(2 * day)
    await endDueCases(house.deps)
    expect(await caseOf(house, id)).toMatchObject({ state: 'refused' })
    expect((await house.deps.store.findContact(lost.id))?.factorId).not.toBeNull()
  })
})

describe('approving', () => {
  test('takes two different people, each with the whole checklist, a reason and a fresh code', async () => {
    const recovery = await openRecovery()
    const { house, nuria, pavel } = recovery
    const { id, params } = await submittedCase(recovery)
    const say = (who: typeof nuria, body: object) => who.browser.call(at('approve'), body, params)
    expect((await say(nuria, yes(nuria))).problem).toMatchObject({ status: 403, code: 'not-held' })
    await nuria.browser.call(at('claim'), undefined, params)
    for (const left of everything.filter((item) => item !== 'register-extract')) {
      const body = { ...yes(nuria), checked: everything.filter((item) => item !== left) }
      expect((await say(nuria, body)).problem).toMatchObject({ status: 422, code: 'checklist-incomplete' })
    }
    expect((await say(nuria, { ...yes(nuria), reason: '' })).status).toBe(422)
    expect((await say(nuria, { ...yes(nuria), code: undefined })).status).toBe(422)
    expect((await say(nuria, { ...yes(nuria), code: nuria.phone?.wrong(house.now()) })).problem.code).toBe('code-wrong')
    const withoutExtract = { ...yes(nuria), checked: everything.filter((item) => item !== 'register-extract') }
    expect((await say(nuria, withoutExtract)).body).toEqual({ state: 'second-review' })
    expect(await caseOf(house, id)).toMatchObject({
      state: 'second-review',
      firstApproverId: nuria.id,
      heldById: null,
      coolingEndsAt: null,
    })
    expect(await lettersOf(house, 'case-approved')).toEqual([])

    // The same approval once more, and the same person once more.
    for (const body of [withoutExtract, yes(nuria)]) expect((await say(nuria, body)).problem.code).toBe('another-person-needed')
    expect((await nuria.browser.call(at('claim'), undefined, params)).problem).toMatchObject({ status: 409, code: 'another-person-needed' })
    const shown = await nuria.browser.call('GET /api/desk/recovery-cases/:caseId', undefined, params)
    expect(shown.body).toMatchObject({ firstApproval: { by: 'Núria Camps', mine: true, reason: 'All as it should be.' }, may: [] })

    expect(await approve(pavel, id)).toEqual({ state: 'cooling' })
    expect(await caseOf(house, id)).toMatchObject({ state: 'cooling', secondApproverId: pavel.id, coolingEndsAt: house.now() + day })
  })

  test('for a company needs the extract of the register, too', async () => {
    const recovery = await openRecovery()
    const { nuria } = recovery
    const { params } = await submittedCase(recovery, true)
    await nuria.browser.call(at('claim'), undefined, params)
    const body = { ...yes(nuria), checked: everything.filter((item) => item !== 'register-extract') }
    expect((await nuria.browser.call(at('approve'), body, params)).problem.code).toBe('checklist-incomplete')
    expect((await nuria.browser.call(at('approve'), yes(nuria), params)).status).toBe(200)
  })

  test('fifty at once by the one who holds it is one approval', async () => {
    const recovery = await openRecovery()
    const { house, nuria } = recovery
    const { id, params } = await submittedCase(recovery)
    await nuria.browser.call(at('claim'), undefined, params)
    const body = yes(nuria)
    const answers = await Promise.all(Array.from({ length: 50 }, () => nuria.browser.call(at('approve'), body, params)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await caseOf(house, id)).toMatchObject({ state: 'second-review', firstApproverId: nuria.id, secondApproverId: null })
  })

  test('after it was stopped, or while somebody else holds it, is refused and uses no code up', async () => {
    const recovery = await openRecovery()
    const { house, boss, nuria, pavel } = recovery
    const { id, params } = await submittedCase(recovery)
    await nuria.browser.call(at('claim'), undefined, params)
    const body = yes(pavel)
    expect((await pavel.browser.call(at('approve'), body, params)).problem.code).toBe('not-held')
    await boss.browser.call('POST /api/company/recovery-cases/:caseId/stop', boss.proof(), params)
    const late = yes(nuria)
    expect((await nuria.browser.call(at('approve'), late, params)).problem.code).toBe('out-of-order')
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped', firstApproverId: null })
    const next = await submittedCase({ house, lost: boss })
    await nuria.browser.call(at('claim'), undefined, next.params)
    expect((await nuria.browser.call(at('approve'), late, next.params)).status).toBe(200)
  })

  test('stands on the row itself: who approved first cannot be the second, though the rule were passed by', async () => {
    const recovery = await openRecovery()
    const { house, nuria } = recovery
    const { id } = await submittedCase(recovery)
    await approve(nuria, id)
    const { recoveryCases } = house.engine.tables
    const staff = { id: nuria.id, name: 'Núria Camps' }
    const { claimCase, approveCaseSecond, commit } = house.deps.store
    const row = await caseOf(house, id)
    await expect(commit(claimCase(row, staff, house.now() + 1, house.now()))).rejects.toThrow('not-held')
    await alter(house.engine, recoveryCases, { heldById: nuria.id }, eq(recoveryCases.id, id))
    await expect(commit(approveCaseSecond(row, nuria.id, house.now(), house.now()))).rejects.toThrow('out-of-order')
  })

  test('tells everybody concerned with a link of their own, that stops it', async () => {
    const recovery = await openRecovery()
    const { house } = recovery
    const { id } = await coolingCase(recovery)
    const told = await lettersOf(house, 'case-approved')
    expect(told.map(({ address }) => address).sort()).toEqual((await lettersOf(house, 'case-opened')).map(({ address }) => address).sort())
    expect(told[0]?.letter).toMatchObject({ who: 'Pere Mas', company: 'Ferreteria Soler, SL', until: house.now() + day })
    expect((await house.browser().call('POST /api/recovery/stop', { token: told.at(-1)?.secret })).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped' })
  })
})

test('the desk’s screens learn of each step at once, and nobody else does', async () => {
  const recovery = await openRecovery()
  const { house, nuria, operator } = recovery
  const heard: unknown[] = []
  const listen = (channel: string, to: unknown[]) =>
    house.deps.live.subscribe(channel, { onEvent: (event) => void to.push(event), onClose: () => undefined })
  const elsewhere: unknown[] = []
  listen('desk', heard)
  const { companyId } = (await house.deps.store.findContact(recovery.lost.id)) ?? { companyId: '' }
  listen(companyId, elsewhere)
  listen(operator, elsewhere)
  const { id, params } = await submittedCase(recovery)
  await nuria.browser.call(at('claim'), undefined, params)
  expect(heard).toMatchObject([
    { kind: 'case', caseId: id, state: 'open' },
    { kind: 'case', caseId: id, state: 'review' },
    { kind: 'case', caseId: id, state: 'review' },
  ])
  expect(elsewhere).toEqual([])
})
