import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { endDueCases } from '../domain/case-end.ts'
import { addCompany } from '../domain/people.ts'
import { sweep } from '../domain/sweep.ts'
import { colleague } from '../testing/company.ts'
import { signIn } from '../testing/flows.ts'
import { password } from '../testing/house.ts'
import { lettersOf } from '../testing/letters.ts'
import { addScan, caseOf, challenged, enterCase, openCase, openRecovery, submittedCase } from '../testing/recovery.ts'
import { alter, rowsOf } from '../testing/rows.ts'

const day = 86_400_000
const minute = 60_000

describe('opening a case', () => {
  test('needs the right password: nobody else is let near it, and a challenge that is over opens nothing', async () => {
    const { house, lost, boss } = await openRecovery()
    const nobody = house.browser()
    expect((await nobody.call('POST /api/recovery-cases', { forCompany: false })).problem.code).toBe('challenge-over')
    await nobody.call('POST /api/sign-in/password', { email: lost.email, password: 'not the right password' })
    expect((await nobody.call('POST /api/recovery-cases', { forCompany: false })).problem.code).toBe('challenge-over')
    expect((await boss.browser.call('POST /api/recovery-cases', { forCompany: false })).problem.code).toBe('challenge-over')
    expect((await lost.browser.call('POST /api/recovery-cases', { forCompany: false })).problem.code).toBe('challenge-over')
    const late = await challenged(house, lost)
    house.wait(5 * minute)
    expect((await late.call('POST /api/recovery-cases', { forCompany: false })).problem.code).toBe('challenge-over')
    expect(await rowsOf(house.engine, house.engine.tables.recoveryCases)).toEqual([])
  })

  test('is not for a password that is set anew in the same moment', async () => {
    const { house, lost } = await openRecovery()
    const { contacts, recoveryCases } = house.engine.tables
    const browser = await challenged(house, lost)
    const [answer] = await Promise.all([
      browser.call('POST /api/recovery-cases', { forCompany: false }),
      alter(house.engine, contacts, { passwordSealed: 'another' }, eq(contacts.id, lost.id)),
    ])
    expect(answer.problem.code).toBe('challenge-over')
    expect(await rowsOf(house.engine, recoveryCases)).toEqual([])
    expect(await lettersOf(house, 'case-opened')).toEqual([])
  })

  test('changes nothing for the account and signs nobody in', async () => {
    const { house, lost } = await openRecovery()
    const before = await house.deps.store.findContact(lost.id)
    const browser = await challenged(house, lost)
    const answer = await browser.call('POST /api/recovery-cases', { forCompany: false })
    expect([answer.status, answer.setCookies]).toEqual([200, []])
    expect((await browser.call('GET /api/me')).problem.code).toBe('not-signed-in')
    expect(await house.deps.store.findContact(lost.id)).toEqual(before)
    expect((await lost.browser.call('GET /api/me')).status).toBe(200)
    // The app may turn up again in the same five minutes.
    const code = lost.phone?.code(house.now())
    expect((await browser.call('POST /api/sign-in/code', { code, rememberDevice: false })).status).toBe(200)
  })

  test('tells the person, every admin and the people of the company, each with a link of their own, and mails the code to the person alone', async () => {
    const { house, lost, boss, second, member } = await openRecovery()
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.login, await house.person({ role: 'admin' })))
    const { number } = await openCase(house, lost)
    const told = await lettersOf(house, 'case-opened')
    expect(told.map(({ address }) => address).sort()).toEqual([lost, boss, second, member].map(({ email }) => email).sort())
    expect(new Set(told.map(({ secret }) => secret)).size).toBe(4)
    const inThrees = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
    expect(told[0]?.letter).toEqual({ kind: 'case-opened', number: inThrees, who: 'Pere Mas', company: 'Ferreteria Soler, SL' })
    const [code, ...more] = await lettersOf(house, 'case-code')
    expect(more).toEqual([])
    expect(code).toMatchObject({ address: lost.email, secret: expect.stringMatching(/^\d{8}$/), expiresAt: house.now() + 60 * minute })
  })

  test('tells no more than two hundred people beside the admins', async () => {
    const { house, lost } = await openRecovery()
    for (let n = 0; n < 205; n++) await house.person()
    const { id } = await openCase(house, lost)
    const told = await lettersOf(house, 'case-opened')
    // The person and two admins.
    expect(told).toHaveLength(200 + 3)
    expect((await house.browser().call('POST /api/recovery/stop', { token: told.at(-1)?.secret })).status).toBe(204)
    expect(await caseOf(house, id)).toMatchObject({ state: 'stopped' })
    expect(await lettersOf(house, 'case-stopped')).toHaveLength(200 + 3)
  })

  test('is one at a time, also of two at once, and three in thirty days; asked again the number of the open one is given', async () => {
    const { house, lost } = await openRecovery()
    const [one, two] = [await challenged(house, lost), await challenged(house, lost)]
    const answers = await Promise.all([one, two].map((browser) => browser.call('POST /api/recovery-cases', { forCompany: false })))
    const numbers = answers.map(({ body }) => (body as { number: string }).number)
    expect(numbers[0]).toBe(numbers[1])
    expect(await rowsOf(house.engine, house.engine.tables.recoveryCases)).toHaveLength(1)
    expect(await lettersOf(house, 'case-code')).toHaveLength(1)
    expect((await openCase(house, lost)).number).toBe(numbers[0])
    expect(await lettersOf(house, 'case-opened')).toHaveLength(4)

    for (let opened = 1; ; opened++) {
      house.wait(2 * minute)
      const { number } = await openCase(house, lost)
      await (await enterCase(house, number)).call('POST /api/recovery/case/withdraw')
      if (opened === 3) break
    }
    const answer = await (await challenged(house, lost)).call('POST /api/recovery-cases', { forCompany: false })
    expect(answer.problem).toMatchObject({ status: 429, code: 'too-many-tries' })
    house.wait(30 * day)
    await openCase(house, lost)
  })

  test('is not for the people of the operator, whom their admin helps', async () => {
    const { house, nuria, operator } = await openRecovery()
    const answer = await (await challenged(house, nuria)).call('POST /api/recovery-cases', { forCompany: false })
    expect(answer.problem).toMatchObject({ status: 409, code: 'out-of-order' })
    const admin = await colleague(house, { companyId: operator, role: 'admin', verification: true })
    expect((await (await challenged(house, admin)).call('POST /api/recovery-cases', { forCompany: true })).problem.code).toBe(
      'out-of-order',
    )
  })
})

describe('the page of a case', () => {
  test('opens with the mailed code, once, for an hour, and shows the form with its fingerprint and what comes next', async () => {
    const { house, lost } = await openRecovery()
    const { number } = await openCase(house, lost, true)
    const [mail] = await lettersOf(house, 'case-code')
    const page = await enterCase(house, number)
    const { body } = await page.call('GET /api/recovery/case')
    expect(body).toMatchObject({
      number,
      state: 'open',
      name: 'Pere Mas',
      company: 'Ferreteria Soler, SL',
      forCompany: true,
      documents: [],
      vouchedBy: null,
      nextBy: house.now() + 30 * day,
      askedFor: '',
      limits: { bytes: 10_485_760, documents: 10, pages: 50 },
    })
    const { form, entries } = body as { form: { text: string; fingerprint: string }; entries: { kind: string; by: string; name: string }[] }
    expect(entries).toMatchObject([{ kind: 'opened', by: 'person', name: 'Pere Mas' }])
    expect(form.fingerprint).toBe(createHash('sha256').update(form.text).digest('hex'))
    for (const part of [
      number.replaceAll(/\d{3}(?=\d)/g, '$& '),
      'Pere Mas',
      lost.email,
      'Ferreteria Soler, SL',
      '22 de novembre del 2026',
    ])
      expect(form.text).toContain(part)

    expect((await house.browser().call('POST /api/recovery/enter', { number, mailedCode: mail?.secret })).problem.code).toBe(
      'mailed-code-wrong',
    )
    house.wait(60 * minute)
    expect((await page.call('GET /api/recovery/case')).problem).toMatchObject({ status: 401, code: 'case-not-entered' })
    await sweep(house.deps)
    expect(await rowsOf(house.engine, house.engine.tables.caseSessions)).toEqual([])
  })

  test('is opened by nothing else: no session, no made-up cookie; and it is closed by leaving', async () => {
    const { house, lost, boss, nuria } = await openRecovery()
    const { number } = await openCase(house, lost)
    const page = await enterCase(house, number)
    const token = page.cookies.get('__Host-case') ?? ''
    for (const browser of [lost.browser, boss.browser, nuria.browser, house.browser()])
      expect((await browser.call('GET /api/recovery/case')).problem.code).toBe('case-not-entered')
    const invented = house.browser()
    invented.cookies.set('__Host-case', 'A'.repeat(43))
    expect((await invented.call('GET /api/recovery/case')).problem.code).toBe('case-not-entered')
    expect((await page.call('GET /api/me')).problem.code).toBe('not-signed-in')
    expect((await page.call('POST /api/recovery/leave')).status).toBe(204)
    const copy = house.browser()
    copy.cookies.set('__Host-case', token)
    expect((await copy.call('GET /api/recovery/case')).problem.code).toBe('case-not-entered')
    expect((await page.call('POST /api/recovery/leave')).status).toBe(204)
  })

  test('hands the case in with a scan, not without', async () => {
    const { house, lost } = await openRecovery()
    const { number, id } = await openCase(house, lost)
    const page = await enterCase(house, number)
    expect((await page.call('POST /api/recovery/case/submit')).problem).toMatchObject({ status: 409, code: 'documents-missing' })
    await addScan(house, id)
    house.wait(minute)
    expect((await page.call('POST /api/recovery/case/submit')).status).toBe(204)
    expect((await page.call('POST /api/recovery/case/submit')).problem.code).toBe('out-of-order')
    expect((await page.call('GET /api/recovery/case')).body).toMatchObject({ state: 'review', nextBy: house.now() + 2 * day })
    expect(await lettersOf(house, 'case-submitted')).toMatchObject([{ address: lost.email, letter: { answerBy: house.now() + 2 * day } }])
  })

  test('gives the case up; everybody who was told is told that, links to stop it are over, and a new one may be opened', async () => {
    const recovery = await openRecovery()
    const { house, lost } = recovery
    const { page } = await submittedCase(recovery)
    const links = await lettersOf(house, 'case-opened')
    expect((await page.call('POST /api/recovery/case/withdraw')).status).toBe(204)
    expect((await page.call('POST /api/recovery/case/withdraw')).problem.code).toBe('out-of-order')
    expect((await lettersOf(house, 'case-withdrawn')).map(({ address }) => address).sort()).toEqual(
      links.map(({ address }) => address).sort(),
    )
    for (const { secret } of links)
      expect((await house.browser().call('POST /api/recovery/stop/check', { token: secret })).problem.code).toBe('link-over')
    expect((await page.call('GET /api/recovery/case')).body).toMatchObject({ state: 'withdrawn', nextBy: null })
    await openCase(house, lost)
  })

  test('can be read for thirty days after the end of the case', async () => {
    const recovery = await openRecovery()
    const { house } = recovery
    const { page, number } = await submittedCase(recovery)
    await page.call('POST /api/recovery/case/withdraw')
    house.wait(29 * day)
    await house.browser().call('POST /api/recovery/code', { number })
    const again = await enterCase(house, number)
    expect((await again.call('GET /api/recovery/case')).body).toMatchObject({ state: 'withdrawn' })
    house.wait(day)
    const mails = await lettersOf(house, 'case-code')
    await house.browser().call('POST /api/recovery/code', { number })
    expect(await lettersOf(house, 'case-code')).toHaveLength(mails.length)
  })
})

test('whoever signs in after all sees that a case is open for them, and admins how many there are of others', async () => {
  const { house, lost, boss, member } = await openRecovery()
  const { number } = await openCase(house, lost)
  expect((await lost.browser.call('GET /api/notices')).body).toMatchObject({
    recoveryCase: { number, openedAt: house.now() },
    companyCases: 0,
  })
  expect((await boss.browser.call('GET /api/notices')).body).toMatchObject({ recoveryCase: null, companyCases: 1 })
  expect((await member.browser.call('GET /api/notices')).body).toMatchObject({ recoveryCase: null, companyCases: 0 })
  const elsewhere = await addCompany(house.deps, { name: 'Elsewhere, SL', operator: false })
  const other = await colleague(house, { companyId: elsewhere, role: 'admin' })
  expect((await other.browser.call('GET /api/notices')).body).toMatchObject({ companyCases: 0 })
})

test('a case that nobody submits closes by itself after thirty days, and the person is told', async () => {
  const { house, lost } = await openRecovery()
  const { number, id } = await openCase(house, lost)
  house.wait(30 * day - 1)
  await endDueCases(house.deps)
  expect(await caseOf(house, id)).toMatchObject({ state: 'open' })
  house.wait(1)
  await Promise.all([endDueCases(house.deps), endDueCases(house.deps)])
  expect(await caseOf(house, id)).toMatchObject({ state: 'expired', endedAt: house.now() })
  expect(await lettersOf(house, 'case-expired')).toMatchObject([{ address: lost.email, letter: { kind: 'case-expired' } }])
  const again = await openCase(house, lost)
  expect(again.number).not.toBe(number)
  house.wait(30 * day)
  // Nobody has looked yet: whoever opens another one does not wait for it.
  expect((await openCase(house, lost)).number).not.toBe(again.number)
})

test('the password still signs in as before while a case is open', async () => {
  const { house, lost } = await openRecovery()
  await openCase(house, lost)
  expect(await signIn(house.browser(), lost.email)).toBe('code')
  expect((await house.browser().call('POST /api/sign-in/password', { email: lost.email, password })).status).toBe(200)
})
