import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { addCompany } from '../domain/people.ts'
import { createLive } from '../live.ts'
import type { Browser } from '../testing/browser.ts'
import { signIn } from '../testing/flows.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { apiContact, mainAccount, soapClient } from '../testing/soap.ts'

let house: TestHouse
let live: ReturnType<typeof createLive>
let app: ReturnType<typeof createApp>
const open = new Set<() => Promise<void>>()
beforeEach(async () => {
  house = await openTestHouse()
  live = createLive()
  const rules = { ...house.deps.config.rules, live: { beatMs: 20, checkMs: 20, perSession: 5 } }
  // The same house with a faster pulse.
  const deps = { ...house.deps, live, config: { ...house.deps.config, rules } } as unknown as Deps
  app = createApp(deps)
})
afterEach(async () => {
  for (const leave of open) await leave()
  open.clear()
  live.close()
})

/** Watches as the page does: what has arrived so far, and whether the stream has ended. */
async function watch(browser: Browser) {
  const cookie = `__Host-sid=${browser.cookies.get('__Host-sid')}`
  const answer = await app.request('/api/live', { headers: { cookie } })
  const seen = { status: answer.status, headers: answer.headers, text: '', isOver: false }
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  const read = async () => {
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read())
      seen.text += decoder.decode(chunk.value, { stream: true })
    seen.isOver = true
  }
  read().catch(() => undefined)
  const leave = async () => await reader?.cancel()
  open.add(leave)
  return { seen, leave }
}
const program = () => soapClient({ ...house, app })

describe('a page that watches', () => {
  test('sees the calls of the programs of its company as they happen, and signs of life between', async () => {
    const admin = await mainAccount(house)
    const made = await apiContact(house, admin)
    const { seen } = await watch(admin.browser)
    expect(seen.headers.get('content-type')).toBe('text/event-stream')
    expect(seen.headers.get('cache-control')).toBe('no-store')
    const client = program()
    const session = await client.login(made.login, made.password)
    await client.call('ListContacts', { session })
    const event = (operation: string) => `event: api-call\ndata: ${JSON.stringify({ contactId: made.id, operation, at: house.now() })}\n\n`
    await expect.poll(() => seen.text).toContain(event('ListContacts'))
    expect(seen.text).toContain(event('Login'))
    await expect.poll(() => seen.text).toContain(': beat\n\n')
  })

  test('sees nothing of other companies, of people, or as a member', async () => {
    const admin = await mainAccount(house)
    const made = await apiContact(house, admin)
    const other = await mainAccount(house, { companyId: await addCompany(house.deps, { name: 'Another', operator: false }) })
    const member = house.browser()
    const memberEmail = await house.person()
    await signIn(member, memberEmail)
    const watching = [await watch(other.browser), await watch(member)]
    const { seen } = await watch(admin.browser)
    await program().login(memberEmail, 'a long enough password')
    await program().login(made.login, made.password)
    await expect.poll(() => seen.text).toContain('event: api-call')
    expect(seen.text.match(/event: /g)).toHaveLength(1)
    for (const { seen } of watching) {
      await expect.poll(() => seen.text).toContain(': beat')
      expect(seen.text).not.toContain('event: ')
    }
  })

  test('is let go when the session ends, and keeps no session alive', async () => {
    const { browser } = await mainAccount(house)
    const token = browser.cookies.get('__Host-sid') ?? ''
    const { seen } = await watch(browser)
    await expect.poll(() => seen.text).toContain(': beat')
    house.wait(31 * 60_000)
    await expect.poll(() => seen.isOver).toBe(true)
    browser.cookies.set('__Host-sid', token)
    expect((await browser.call('GET /api/me')).status).toBe(401)
  })

  test('is let go when login verification has to be switched on first', async () => {
    const email = await house.person({ role: 'admin' })
    const browser = house.browser()
    await signIn(browser, email)
    const { seen } = await watch(browser)
    await expect.poll(() => seen.text).toContain(': beat')
    const { id = '' } = (await house.deps.store.findContactByLogin(email)) ?? {}
    await house.deps.store.commit(house.deps.store.requireEnrolment(id, house.now()))
    await expect.poll(() => seen.isOver).toBe(true)
  })

  test('that only asks for the headers takes no place', async () => {
    const { browser } = await mainAccount(house)
    for (let n = 0; n < 6; n++) {
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      await app.request('/api/live', { method: 'HEAD', headers: { cookie } })
    }
    expect((await watch(browser)).seen.status).toBe(200)
  })

  test('is let go when the server stops, and so is who comes after', async () => {
    const { browser } = await mainAccount(house)
    const { seen } = await watch(browser)
    live.close()
    await expect.poll(() => seen.isOver).toBe(true)
    const late = await watch(browser)
    await expect.poll(() => late.seen.isOver).toBe(true)
  })

  test('has five streams of a session at most, and room again when one leaves', async () => {
    const { browser } = await mainAccount(house)
    const first = await watch(browser)
    for (let n = 0; n < 4; n++) expect((await watch(browser)).seen.status).toBe(200)
    expect((await watch(browser)).seen.status).toBe(429)
    await first.leave()
    await expect.poll(async () => (await watch(browser)).seen.status).toBe(200)
  })

  test('without a session gets nothing', async () => {
    expect((await watch(house.browser())).seen.status).toBe(401)
  })
})
