import { type Endpoint, endpoints } from '@porta/shared'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../testing/browser.ts'
import { all, bodyOf, type Doors, methodOf, openDoors, pathOf } from '../testing/doors.ts'
import { signIn } from '../testing/flows.ts'
import { alter, dump } from '../testing/rows.ts'

let { house, people, foreign, admitted, refuses } = {} as Doors
beforeAll(async () => {
  ;({ house, people, foreign, admitted, refuses } = await openDoors())
})

describe('nobody gets further than their level of access', () => {
  const having = (...levels: Endpoint['access'][]) => all.filter(([, { access }]) => levels.includes(access)).map(([key]) => key)

  test('without a session only signing in and out are to be had, and what a mail leads to', () => {
    expect(having('open')).toEqual([
      'POST /api/sign-in/password',
      'POST /api/browsers/approve',
      'POST /api/not-me',
      'POST /api/sign-out',
      'POST /api/password/forgot',
      'POST /api/password/reset/check',
      'POST /api/password/reset',
      'POST /api/password/strength',
      'POST /api/invitation/check',
      'POST /api/invitation/accept',
      'POST /api/receipts/check',
      'GET /api/signing-keys',
      'POST /api/recovery/code',
      'POST /api/recovery/enter',
      'POST /api/recovery/leave',
      'POST /api/recovery/stop/check',
      'POST /api/recovery/stop',
    ])
    expect(having('challenge')).toEqual([
      'GET /api/sign-in/challenge',
      'POST /api/sign-in/code',
      'POST /api/sign-in/recovery-code',
      'POST /api/recovery-cases',
    ])
  })

  test.each(having('challenge'))('%s needs a challenge; a session is none', async (key) => {
    for (const browser of [people.nobody, people.plain, people.verified])
      expect((await refuses(browser, key, bodyOf(key))).problem).toMatchObject({ status: 401, code: 'challenge-over' })
  })

  test.each(having('enrolling', 'signed-in', 'admin', 'staff'))(
    '%s needs a session; neither a challenge nor the page of a case is one',
    async (key) => {
      const asSession = house.browser()
      asSession.cookies.set('__Host-sid', people.challenged.cookies.get('__Host-mfa') ?? '')
      const invented = house.browser()
      invented.cookies.set('__Host-sid', 'A'.repeat(43))
      const asBearer = house.browser({ authorization: `Bearer ${people.verified.cookies.get('__Host-sid')}` })
      for (const browser of [people.nobody, people.challenged, people.lost, asSession, invented, asBearer])
        expect((await refuses(browser, key, bodyOf(key))).problem).toMatchObject({ status: 401, code: 'not-signed-in' })
    },
  )

  test.each(having('case'))('%s needs the page of a case; a session is none', async (key) => {
    const invented = house.browser()
    invented.cookies.set('__Host-case', 'A'.repeat(43))
    for (const browser of [people.nobody, people.challenged, people.verified, people.desk, invented])
      expect((await refuses(browser, key, bodyOf(key))).problem).toMatchObject({ status: 401, code: 'case-not-entered' })
  })

  test.each(having('admin'))('%s is for admins, not for members nor the desk', async (key) => {
    for (const browser of [people.plain, people.verified, people.desk])
      expect((await refuses(browser, key, bodyOf(key))).problem).toMatchObject({ status: 403, code: 'admins-only' })
  })

  test.each(having('admin'))('%s ends for an admin who is one no longer, or who is not active, with the next request', async (key) => {
    for (const [set, code] of [
      [{ role: 'member' as const }, 'admins-only'],
      [{ active: false }, 'not-signed-in'],
    ] as const) {
      const browser = house.browser()
      const email = await house.person({ role: 'admin' })
      await signIn(browser, email)
      await alter(house.engine, house.engine.tables.contacts, set, eq(house.engine.tables.contacts.login, email))
      expect((await refuses(browser, key, bodyOf(key))).problem.code).toBe(code)
    }
  })

  test.each(having('signed-in', 'admin', 'staff'))('%s needs staff to have verification on', async (key) => {
    expect((await refuses(people.staff, key, bodyOf(key))).problem).toMatchObject({ status: 403, code: 'enrolment-needed' })
  })
})

const ownId = async (browser: Browser) => ((await browser.call('GET /api/me')).body as { contact: { id: string } }).contact.id

describe('the act of a stranger', () => {
  test.each(all.filter(([key]) => key.includes(':')))('%s: an id of somebody else is answered as an unknown one', async (key) => {
    const name = /:(\w+)/.exec(key)?.[1] ?? ''
    const program = await house.person({ kind: 'api', login: `program-${key.length}-${house.deps.random.bytes(4).toString('hex')}` })
    const programId = (await house.deps.store.findContactByLogin(program))?.id ?? ''
    // A program is no person, and to the endpoints of programs a person is none.
    const kindred = key.includes('/api/contacts/') ? [programId] : key.includes('api-contacts') ? [await ownId(people.plain)] : []
    const answers = []
    const strange = ['ses_unknown', '__proto__', '%00', "' or 1=1 --", 'x'.repeat(5000)]
    // The desk is there for all customers: to it no request and no case is somebody else's.
    const others = foreign[name] !== undefined && !key.includes('/api/desk/') ? [foreign[name]] : []
    for (const id of [...others, ...kindred, ...strange]) {
      const path = pathOf(key, id)
      const before = await dump(house.engine)
      const { status, problem } = await admitted(endpoints[key]).send(methodOf(key), path, bodyOf(key))
      expect(await dump(house.engine)).toBe(before)
      answers.push({ ...problem, status, requestId: '' })
    }
    expect(answers[0]).toMatchObject({ status: 404, code: 'not-found' })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })
})
