import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { endDueCases } from '../domain/case-end.ts'
import { colleague } from '../testing/company.ts'
import { signIn, turnOn } from '../testing/flows.ts'
import { password } from '../testing/house.ts'
import { lettersOf, newestSecret, settled } from '../testing/letters.ts'
import { approve, backIn, caseOf, coolingCase, openRecovery, submittedCase } from '../testing/recovery.ts'
import { alter, rowsOf } from '../testing/rows.ts'
import { soapClient } from '../testing/soap.ts'

const hour = 3_600_000
const newPassword = 'quatre gats i un paraigua'

/** A case that two have approved and whose cooling-off is over. */
async function completed(env: Record<string, string> = {}) {
  const recovery = await openRecovery(env)
  const { id, number, page } = await coolingCase(recovery)
  recovery.house.wait(24 * hour)
  await endDueCases(recovery.house.deps)
  expect(await caseOf(recovery.house, id)).toMatchObject({ state: 'completed', endedAt: recovery.house.now() })
  return { ...recovery, id, number, page }
}

describe('the end of the cooling-off', () => {
  test('comes in its time, not before, and once, however many servers look', async () => {
    const recovery = await openRecovery()
    const { house, lost, boss, second, member } = recovery
    const { id } = await coolingCase(recovery)
    house.wait(24 * hour - 1)
    await endDueCases(house.deps)
    expect(await caseOf(house, id)).toMatchObject({ state: 'cooling' })
    expect((await house.deps.store.findContact(lost.id))?.factorId).not.toBeNull()
    house.wait(1)
    await Promise.all([endDueCases(house.deps), endDueCases(house.deps), endDueCases(house.deps)])
    await endDueCases(house.deps)
    const entries = await rowsOf(house.engine, house.engine.tables.caseEntries)
    expect(entries.filter(({ kind }) => kind === 'completed')).toHaveLength(1)
    expect((await lettersOf(house, 'case-completed')).map(({ address }) => address)).toEqual([lost.email])
    const over = await lettersOf(house, 'case-over')
    expect(over.map(({ address }) => address).sort()).toEqual([boss, second, member].map(({ email }) => email).sort())
    expect(over[0]?.letter).toMatchObject({ who: 'Pere Mas', careUntil: house.now() + 72 * hour })
    expect(house.logged.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('is as long as the operator says', async () => {
    const recovery = await openRecovery({ RECOVERY_COOLING_HOURS: '2', RECOVERY_CARE_HOURS: '1' })
    const { house, lost } = recovery
    await coolingCase(recovery)
    house.wait(2 * hour)
    await endDueCases(house.deps)
    expect(await house.deps.store.findContact(lost.id)).toMatchObject({ factorId: null, careUntil: house.now() + hour })
  })

  test('leaves nothing of before: password, codes, recovery codes, sessions, devices, SOAP, links and half-done sign-ins', async () => {
    const recovery = await openRecovery()
    const { house, lost } = recovery
    const { tables } = house.engine
    const trusted = house.browser()
    await signIn(trusted, lost.email)
    await trusted.call('POST /api/sign-in/code', { ...lost.proof(), rememberDevice: true })
    await submittedCase(recovery)
    const [row] = await rowsOf(house.engine, tables.recoveryCases)
    const id = row?.id ?? ''
    await approve(recovery.nuria, id)
    await approve(recovery.pavel, id)
    await house.browser().call('POST /api/password/forgot', { email: lost.email })
    await settled()
    const resetBefore = await newestSecret(house, 'password-reset')
    // As if a session of SOAP were left over from before ON.
    const session = {
      id: 'soa_1',
      tokenHash: Buffer.alloc(32),
      contactId: lost.id,
      createdAt: 0,
      lastSeenAt: 0,
      expiresAt: Number.MAX_SAFE_INTEGER,
    }
    await house.deps.store.commit(house.deps.store.openSoapSession(session, 20))
    house.wait(24 * hour - 1)
    await backIn(lost)
    const open = house.browser()
    await signIn(open, lost.email)
    house.wait(1)
    await endDueCases(house.deps)

    for (const { browser } of [lost]) expect((await browser.call('GET /api/me')).problem.code).toBe('not-signed-in')
    const proof = lost.proof()
    expect((await open.call('POST /api/sign-in/code', { ...proof, rememberDevice: false })).problem.code).toBe('challenge-over')
    expect((await open.call('POST /api/sign-in/recovery-code', { recoveryCode: lost.recoveryCodes[0] })).problem.code).toBe(
      'challenge-over',
    )
    for (const browser of [trusted, lost.browser, house.browser()])
      expect((await browser.call('POST /api/sign-in/password', { email: lost.email, password })).problem.code).toBe('sign-in-refused')
    expect((await house.browser().call('POST /api/password/reset/check', { token: resetBefore })).problem.code).toBe('link-over')
    const fault = await soapClient(house).call('Login', { login: lost.email, password })
    expect(fault.code).toBe('sign-in-refused')
    const mine = <T extends { contactId: string }>(rows: T[]) => rows.filter(({ contactId }) => contactId === lost.id)
    for (const table of [tables.sessions, tables.trustedDevices, tables.browsers, tables.recoveryCodes])
      expect(mine(await rowsOf(house.engine, table))).toEqual([])
    expect(mine(await rowsOf(house.engine, tables.soapSessions))).toMatchObject([{ id: 'soa_1', expiresAt: 0 }])
    expect(mine(await rowsOf(house.engine, tables.links))).toMatchObject([{ purpose: 'password-reset', usedAt: null }])
    const [factor] = mine(await rowsOf(house.engine, tables.factors))
    expect(factor?.retiredAt).toBe(house.now() - 30_000)
    expect(await house.deps.store.findContact(lost.id)).toMatchObject({ factorId: null, passwordSealed: null })
  })

  test('mails one link that sets a password once, within a day, and signs nobody in', async () => {
    const { house, lost } = await completed()
    const [mail] = await lettersOf(house, 'case-completed')
    expect(mail).toMatchObject({ expiresAt: house.now() + 24 * hour, letter: { careUntil: house.now() + 72 * hour } })
    const browser = house.browser()
    const set = await browser.call('POST /api/password/reset', { token: mail?.secret, newPassword })
    expect([set.status, set.setCookies]).toEqual([204, []])
    expect((await browser.call('POST /api/password/reset', { token: mail?.secret, newPassword })).problem.code).toBe('link-over')
    const entered = await browser.call('POST /api/sign-in/password', { email: lost.email, password: newPassword })
    expect(entered.body).toEqual({ next: 'home' })
    expect((await browser.call('GET /api/me')).body).toMatchObject({ verification: 'off', careUntil: house.now() + 72 * hour })

    const late = await completed()
    const token = await newestSecret(late.house, 'case-completed')
    late.house.wait(24 * hour)
    expect((await late.house.browser().call('POST /api/password/reset', { token, newPassword })).problem.code).toBe('link-over')
  })

  test('ends the links that would have stopped it', async () => {
    const { house } = await completed()
    for (const kind of ['case-opened', 'case-approved'] as const)
      for (const { secret } of await lettersOf(house, kind))
        expect(
          (await house.browser({}, `203.0.113.${secret.length}`).call('POST /api/recovery/stop', { token: secret })).problem.code,
        ).toMatch(/link-over|too-many-tries/)
    const links = await rowsOf(house.engine, house.engine.tables.links)
    expect(links.filter(({ purpose }) => purpose === 'case-stop')).toEqual([])
  })

  test('does not wake an account that was switched off meanwhile', async () => {
    const recovery = await openRecovery()
    const { house, lost } = recovery
    const { id } = await coolingCase(recovery)
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.id, lost.id))
    house.wait(24 * hour)
    await endDueCases(house.deps)
    expect(await caseOf(house, id)).toMatchObject({ state: 'cooling' })
    expect(await lettersOf(house, 'case-completed')).toEqual([])
  })

  test('makes verification come first at once where the company’s rule binds', async () => {
    const recovery = await openRecovery()
    const { house, lost, boss } = recovery
    await boss.browser.call('POST /api/company/rule', { from: house.now(), ...boss.proof() })
    await coolingCase(recovery)
    house.wait(24 * hour)
    await endDueCases(house.deps)
    const token = await newestSecret(house, 'case-completed')
    await house.browser().call('POST /api/password/reset', { token, newPassword })
    const entered = await house.browser().call('POST /api/sign-in/password', { email: lost.email, password: newPassword })
    expect(entered.body).toEqual({ next: 'enrol' })
  })
})

describe('care', () => {
  test('for 72 hours an admin who came back by a lost device sees the company’s people and changes none of them', async () => {
    const recovery = await openRecovery()
    const { house, boss, second, member, nuria, pavel } = recovery
    const { id } = await submittedCase({ house, lost: second })
    await approve(nuria, id)
    await approve(pavel, id)
    house.wait(24 * hour)
    await endDueCases(house.deps)
    const completedAt = house.now()
    const token = await newestSecret(house, 'case-completed')
    const browser = house.browser()
    await browser.call('POST /api/password/reset', { token, newPassword })
    await browser.call('POST /api/sign-in/password', { email: second.email, password: newPassword })
    const { phone } = await turnOn(house, browser)
    const enter = async () => {
      await browser.call('POST /api/sign-in/password', { email: second.email, password: newPassword })
      await browser.call('POST /api/sign-in/code', { code: phone.code(house.now()), rememberDevice: false })
      house.wait(30_000)
    }
    const params = { contactId: member.id }
    const deactivate = () => browser.call('POST /api/contacts/:contactId/active', { active: false, code: phone.code(house.now()) }, params)
    expect((await browser.call('GET /api/contacts')).status).toBe(200)
    expect((await deactivate()).problem).toMatchObject({ status: 403, code: 'under-care' })
    const invite = { name: 'Eva', email: 'eva@soler.example', language: 'ca', role: 'admin' }
    expect((await browser.call('POST /api/invitations', invite)).problem.code).toBe('under-care')
    const opened = await submittedCase({ house, lost: boss })
    const vouching = { code: phone.code(house.now()) }
    const vouch = await browser.call('POST /api/company/recovery-cases/:caseId/vouch', vouching, opened.params)
    expect(vouch.problem.code).toBe('under-care')

    house.wait(completedAt + 72 * hour - house.now() - 60_000)
    await enter()
    expect((await deactivate()).problem).toMatchObject({ code: 'under-care' })
    house.wait(30_000)
    await enter()
    expect((await deactivate()).status).toBe(204)
  })

  test('one’s own account can be used and put in order all the while', async () => {
    const { house, lost } = await completed()
    const browser = house.browser()
    await browser.call('POST /api/password/reset', { token: await newestSecret(house, 'case-completed'), newPassword })
    await browser.call('POST /api/sign-in/password', { email: lost.email, password: newPassword })
    await turnOn(house, browser)
    expect((await browser.call('GET /api/me')).body).toMatchObject({ verification: 'on' })
    expect((await browser.call('GET /api/notices')).body).toMatchObject({ recoveryCase: null })
  })

  test('of the others nobody is under care', async () => {
    const { house, boss } = await completed()
    const other = await colleague(house)
    await backIn(boss)
    expect((await boss.browser.call('GET /api/me')).body).toMatchObject({ careUntil: null })
    expect((await other.browser.call('GET /api/me')).body).toMatchObject({ careUntil: null })
  })
})
