import type { Browser } from './browser.ts'
import { signIn, turnOn } from './flows.ts'
import type { TestHouse } from './house.ts'
import type { Phone } from './phone.ts'

export const namespace = 'urn:porta:soap:v1'
const envelope = 'http://schemas.xmlsoap.org/soap/envelope/'

const escaped = (text: string) => text.replaceAll(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)
const unescaped = (text: string) =>
  text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(lt|gt|quot|apos);/g, (_, name: 'lt' | 'gt' | 'quot' | 'apos') => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name])
    .replaceAll('&amp;', '&')

/** A body in its envelope. */
export const enveloped = (body: string, more = '') =>
  `<?xml version="1.0" encoding="utf-8"?><e:Envelope xmlns:e="${envelope}"${more}><e:Body>${body}</e:Body></e:Envelope>`

/** A request as a client writes it; fields as they are, or as raw XML. */
export const request = (operation: string, fields: Record<string, string> | string) => {
  const content =
    typeof fields === 'string'
      ? fields
      : Object.entries(fields)
          .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
          .join('')
  return enveloped(`<${operation} xmlns="${namespace}">${content}</${operation}>`)
}

/** An answer as tests look at it: the problem code of a fault, or the values of the elements of a name. */
export type SoapAnswer = { status: number; xml: string; code: string | undefined; values: (name: string) => string[]; headers: Headers }

/** What fetch takes as a body. */
export type Message = NonNullable<RequestInit['body']>

/** An old program: sends messages from one address, keeps no cookies. */
export function soapClient(house: TestHouse, address = '198.51.100.20') {
  const connection = { incoming: { socket: { remoteAddress: address } } }
  const send = async (message: Message, headers: Record<string, string> = {}): Promise<SoapAnswer> => {
    const init: RequestInit = {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8', ...headers },
      body: message,
      duplex: 'half',
    }
    const answer = await house.app.request('/soap', init, connection)
    const xml = await answer.text()
    const values = (name: string) =>
      [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) => unescaped(text))
    const code = xml.includes('<soap:Fault>') ? values('code')[0] : undefined
    return { status: answer.status, xml, code, values, headers: answer.headers }
  }
  const call = (operation: string, fields: Record<string, string> | string = {}) => send(request(operation, fields))
  return {
    send,
    call,
    /** Calls Login and gives the session, or fails loudly. */
    async login(login: string, password: string) {
      const answer = await call('Login', { login, password })
      const [session] = answer.values('session')
      if (session === undefined) throw new Error(`Login answered ${answer.status} ${answer.code}`)
      return session
    },
  }
}
export type SoapClient = ReturnType<typeof soapClient>

/** The main account of the test house with verification on, signed in; time stands at a fresh step. */
export async function mainAccount(house: TestHouse, facts: Parameters<TestHouse['person']>[0] = {}) {
  const email = await house.person({ role: 'admin', main: true, ...facts })
  const browser = house.browser()
  await signIn(browser, email)
  const { phone } = await turnOn(house, browser)
  return { email, browser, phone }
}
export type Admin = { browser: Browser; phone: Phone }

export type MadeApiContact = { id: string; login: string; password: string; expiresAt: number }

/** A program of the admin's company, made over the web; time moves on by a step. */
export async function apiContact(house: TestHouse, { browser, phone }: Admin, facts: { name?: string; addresses?: string[] } = {}) {
  const answer = await browser.call('POST /api/api-contacts', { name: 'erp', ...facts, code: phone.code(house.now()) })
  if (answer.status !== 200) throw new Error(`making an API contact answered ${answer.status} ${answer.problem.code}`)
  house.wait(30_000)
  return answer.body as MadeApiContact
}
