import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../app.ts'
import type { Deps } from '../deps.ts'
import { addCompany } from '../domain/people.ts'
import { createLive, deskChannel } from '../live.ts'
import type { Browser } from '../testing/browser.ts'
import { type Colleague, colleague } from '../testing/company.ts'
import { openOperator } from '../testing/desk.ts'
import { signIn } from '../testing/flows.ts'
import { openTestHouse, type TestHouse } from '../testing/house.ts'
import { alter, rowsOf } from '../testing/rows.ts'
import { apiContact, mainAccount, soapClient } from '../testing/soap.ts'

let house: TestHouse
let live: ReturnType<typeof createLive>
let app: ReturnType<typeof createApp>
const open = new Set<() => Promise<void>>()
beforeEach(async () => {
  house = await openTestHouse()
  live = createLive()
  const rules = {
    ...house.deps.config.rules,
    live: { beatMs: 20, checkMs: 20, perSession: 5, unsent: { events: 64, bytes: 65_536, lastMs: 50 } },
  }
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
  const leave = async () => await reader?.cancel().catch(() => undefined)
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

  test('that connects again and again, and asks again at each event, keeps no session alive with nobody at it', async () => {
    const { browser } = await mainAccount(house)
    for (let n = 0; n < 4; n++) {
      house.wait(9 * 60_000)
      const isOver = n === 3
      expect((await watch(browser)).seen.status).toBe(isOver ? 401 : 200)
      expect((await browser.send('GET', '/api/me', undefined, { 'x-unattended': '1' })).status).toBe(isOver ? 401 : 200)
    }
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

describe('what is published is only for whom it is meant', () => {
  let signer: Colleague
  let watching: Record<string, Awaited<ReturnType<typeof watch>>['seen']>
  let companyId: string
  let operator: Awaited<ReturnType<typeof openOperator>>
  let desk: Colleague
  beforeEach(async () => {
    signer = await colleague(house)
    companyId = (await house.deps.store.findContact(signer.id))?.companyId ?? ''
    operator = await openOperator(house)
    desk = await operator.join('Núria Camps')
    const elsewhere = await addCompany(house.deps, { name: 'Another', operator: false })
    const people = {
      signer,
      member: await colleague(house),
      admin: await colleague(house, { role: 'admin' }),
      stranger: await colleague(house, { companyId: elsewhere, role: 'admin' }),
      desk,
      boss: await operator.join('Marta Vidal', { role: 'admin' }),
    }
    watching = {}
    for (const [name, { browser }] of Object.entries(people)) watching[name] = (await watch(browser)).seen
  })
  /** Who has seen something, after the next sign of life of everybody. */
  const whoSaw = async () => {
    for (const seen of Object.values(watching)) await expect.poll(() => seen.text.split(': beat').length).toBeGreaterThan(2)
    return Object.keys(watching).filter((name) => watching[name]?.text.includes('event: '))
  }

  test('a request: the one who signs it, their admins and the desk', async () => {
    const event = { kind: 'request', requestId: 'req_1', contactId: signer.id, state: 'to-sign', at: 1 } as const
    live.publish(companyId, event)
    live.publish(deskChannel, event)
    expect(await whoSaw()).toEqual(['signer', 'admin', 'desk'])
    const data = JSON.stringify({ requestId: 'req_1', contactId: signer.id, state: 'to-sign', at: 1 })
    for (const name of ['signer', 'admin', 'desk']) expect(watching[name]?.text.split(`event: request\ndata: ${data}\n\n`)).toHaveLength(2)
  })

  test('a recovery case: the desk, even if it were published to a company', async () => {
    live.publish(companyId, { kind: 'case', caseId: 'cas_1', state: 'open', at: 1 })
    live.publish(operator.companyId, { kind: 'case', caseId: 'cas_1', state: 'open', at: 1 })
    live.publish(deskChannel, { kind: 'case', caseId: 'cas_1', state: 'review', at: 2 })
    expect(await whoSaw()).toEqual(['desk'])
    expect(watching['desk']?.text).toContain('event: case\ndata: {"caseId":"cas_1","state":"review","at":2}\n\n')
  })

  test('a call of a program: admins', async () => {
    live.publish(companyId, { kind: 'api-call', contactId: 'con_1', operation: 'Login', at: 1 })
    expect(await whoSaw()).toEqual(['admin'])
  })

  test('whoever is no longer of the desk is let go before the next event', async () => {
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { role: 'admin' }, eq(contacts.id, desk.id))
    live.publish(deskChannel, { kind: 'case', caseId: 'cas_1', state: 'open', at: 1 })
    await expect.poll(() => watching['desk']?.isOver).toBe(true)
    expect(watching['desk']?.text).not.toContain('event: ')
  })

  test('whoever is an admin no longer sees no more of the others’ requests', async () => {
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { role: 'member' }, eq(contacts.companyId, companyId))
    live.publish(companyId, { kind: 'request', requestId: 'req_1', contactId: signer.id, state: 'sent', at: 1 })
    expect(await whoSaw()).toEqual(['signer'])
  })
})

describe('a page that does not read', () => {
  const call = (operation: string) => ({ kind: 'api-call', contactId: 'con_1', operation, at: 1 }) as const
  /** Connects as `watch` does, and reads nothing. */
  async function ignore(browser: Browser) {
    const answer = await app.request('/api/live', { headers: { cookie: `__Host-sid=${browser.cookies.get('__Host-sid')}` } })
    const cancel = async () => await answer.body?.cancel().catch(() => undefined)
    open.add(cancel)
    return { status: answer.status, read: () => answer.body?.getReader().read() }
  }
  const turn = () => new Promise((done) => setTimeout(done, 30))

  test.each([
    ['64 events', 70, 'x'],
    ['64 KiB', 20, 'x'.repeat(5000)],
  ])('is let go when more than %s wait for it, and its place is free again', async (_, count, operation) => {
    const admin = await mainAccount(house)
    const companyId = (await house.deps.store.findContactByLogin(admin.email))?.companyId ?? ''
    const lines = []
    for (let n = 0; n < 5; n++) lines.push(await ignore(admin.browser))
    expect((await ignore(admin.browser)).status).toBe(429)
    const { seen } = await watch((await mainAccount(house)).browser)
    for (let n = 0; n < count; n++) {
      live.publish(companyId, call(operation))
      if (n % 10 === 9) await turn()
    }
    await expect.poll(async () => (await ignore(admin.browser)).status).toBe(200)
    await expect(lines[0]?.read()).rejects.toThrow('nobody reads')
    // Whoever reads has missed nothing.
    await expect.poll(() => seen.text.split('event: api-call').length).toBe(count + 1)
  })

  test('is not let go for a few', async () => {
    const admin = await mainAccount(house)
    const companyId = (await house.deps.store.findContactByLogin(admin.email))?.companyId ?? ''
    const line = await ignore(admin.browser)
    for (let n = 0; n < 60; n++) live.publish(companyId, call('x'))
    await turn()
    expect(Buffer.from((await line.read())?.value ?? []).toString()).toBe(': watching\n\n')
  })

  test('and is signed out takes no place either', async () => {
    const admin = await mainAccount(house)
    for (let n = 0; n < 5; n++) await ignore(admin.browser)
    await turn()
    const { sessions } = house.engine.tables
    const [session] = await rowsOf(house.engine, sessions)
    await alter(house.engine, sessions, { expiresAt: 0 }, undefined)
    await turn()
    await alter(house.engine, sessions, { expiresAt: session?.expiresAt ?? 0 }, undefined)
    await expect.poll(async () => (await ignore(admin.browser)).status).toBe(200)
  })
})
