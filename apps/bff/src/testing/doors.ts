import { type Endpoint, type EndpointKey, endpoints, problemDocument } from '@porta/shared'
import { expect } from 'vitest'
import { z } from 'zod'
import { addCompany } from '../domain/people.ts'
import type { Browser } from './browser.ts'
import { openOperator } from './desk.ts'
import { personWithVerification, signIn } from './flows.ts'
import { openTestHouse, password, type TestHouse } from './house.ts'
import { newestSecret } from './letters.ts'
import { dump, rowsOf } from './rows.ts'

/** Every endpoint of the contract. */
export const all = Object.entries(endpoints) as [EndpointKey, Endpoint][]
export const withBody = all.filter(([, endpoint]) => endpoint.body)
/** A right value for each field there is, by its name. */
export const samples: Record<string, unknown> = {
  email: 'person1@soler.example',
  password: 'a long enough password',
  code: '123456',
  rememberDevice: true,
  recoveryCode: 'abcde-fghjk',
  enrolmentId: 'fac_1',
  kind: 'png',
  language: 'cs',
  token: 'A'.repeat(43),
  newPassword: 'quatre gats i un paraigua',
  phone: '972000111',
  mailedCode: '12345678',
  wasMe: true,
  name: 'facturacio-erp',
  role: 'member',
  active: true,
  required: true,
  setUpAnew: false,
  reason: 'A lost phone.',
  from: null,
  contactId: 'con_1',
  addresses: ['198.51.100.7'],
  subject: 'Another mailbox',
  service: 'soler.example',
  text: 'Please add one.',
  message: 'The second page is missing.',
  digest: 'A'.repeat(43),
  receipt: 'no receipt',
  number: '482177305',
  forCompany: false,
  to: null,
  state: 'in-progress',
  checked: ['name-and-account'],
}

export function shapeOf(body: z.ZodType | undefined): Record<string, z.ZodType> {
  if (!(body instanceof z.ZodObject)) throw new Error('a body is an object')
  return body.shape
}
export const bodyOf = (key: EndpointKey) => {
  const { body } = endpoints[key] as Endpoint
  return body && Object.fromEntries(Object.keys(shapeOf(body)).map((field) => [field, samples[field]]))
}
export const pathOf = (key: EndpointKey, id = 'ses_1') => key.slice(key.indexOf(' ') + 1).replaceAll(/:\w+/g, encodeURIComponent(id))
export const methodOf = (key: EndpointKey) => key.slice(0, key.indexOf(' '))

type Identity = 'nobody' | 'challenged' | 'plain' | 'verified' | 'staff' | 'admin' | 'desk' | 'lost'
export type Doors = Awaited<ReturnType<typeof openDoors>>

/** A house with a browser of each level of access, and the ids of another company by the names of parameters. */
export async function openDoors() {
  const house = await openTestHouse()
  const { browser: verified, email } = await personWithVerification(house)
  const [challenged, plain, staff] = [house.browser(), house.browser(), house.browser()]
  await signIn(challenged, email)
  await signIn(plain, await house.person())
  await signIn(staff, await house.person({ role: 'support' }))
  const { browser: admin } = await personWithVerification(house, false, { role: 'admin' })
  const { browser: desk } = await (await openOperator(house)).join('Núria Camps')
  const lost = await withCaseOpen(house)
  const people: Record<Identity, Browser> = { nobody: house.browser(), challenged, plain, verified, staff, admin, desk, lost }
  const foreign: Record<string, string> = await elsewhere(house)
  // Being seen is written once a minute, and time has moved: from here on a refused request changes nothing at all.
  for (const browser of Object.values(people)) await browser.call('GET /api/me')
  return {
    house,
    people,
    foreign,
    /** A browser that passes the gate of this access level. */
    admitted: ({ access }: Endpoint) =>
      ({ challenge: people.challenged, admin: people.admin, staff: people.desk, case: people.lost })[access as string] ?? people.verified,
    /** Sends what is to be refused; the refusal is as all are, and nothing has changed. */
    async refuses(browser: Browser, key: EndpointKey, body: unknown, headers: Record<string, string | undefined> = {}) {
      const before = await dump(house.engine)
      const answer = await browser.send(methodOf(key), pathOf(key), body, headers)
      expect(await dump(house.engine)).toBe(before)
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(problemDocument.strict().parse(answer.body).status).toBe(answer.status)
      return answer
    },
  }
}

/** Somebody whose phone is lost, with the page of their case. */
async function withCaseOpen(house: TestHouse, facts: Parameters<TestHouse['person']>[0] = {}) {
  const { email } = await personWithVerification(house, false, facts)
  const browser = house.browser()
  await signIn(browser, email)
  const opened = await browser.call('POST /api/recovery-cases', { forCompany: false })
  const { number } = opened.body as { number: string }
  const mailedCode = await newestSecret(house, 'case-code')
  const entered = await browser.call('POST /api/recovery/enter', { number, mailedCode })
  if (entered.status !== 204) throw new Error(`the page of the case answered ${entered.status}`)
  return browser
}

/** Another company with a contact, a session, an invitation, a request and a recovery case. */
async function elsewhere(house: TestHouse) {
  const companyId = await addCompany(house.deps, { name: 'Elsewhere, SL', operator: false })
  const browser = house.browser()
  await signIn(browser, await house.person({ companyId, role: 'admin' }))
  const me = (await browser.call('GET /api/me')).body as { contact: { id: string } }
  const { sessions } = (await browser.call('GET /api/sessions')).body as { sessions: { id: string }[] }
  const invited = await browser.call('POST /api/invitations', { name: 'Eva', email: 'eva@else.example', language: 'ca', role: 'member' })
  const content = { subject: 'Another mailbox', service: '', text: 'Please add one.', password }
  const asked = await browser.call('POST /api/requests', content)
  await withCaseOpen(house, { companyId })
  return {
    contactId: me.contact.id,
    sessionId: sessions[0]?.id ?? '',
    invitationId: (invited.body as { id: string }).id,
    requestId: (asked.body as { id: string }).id,
    caseId: (await rowsOf(house.engine, house.engine.tables.recoveryCases)).find((row) => row.companyId === companyId)?.id ?? '',
    deviceId: 'dev_1',
  }
}
