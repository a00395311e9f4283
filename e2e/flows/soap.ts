import { type APIRequest, type APIRequestContext, expect } from '@playwright/test'
import { origin } from '../product.ts'
import { from } from './addresses.ts'

const envelope = 'http://schemas.xmlsoap.org/soap/envelope/'
const service = 'urn:porta:soap:v1'

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
const unescaped = (xml: string) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** An old program somewhere on the network, which writes its messages by hand. */
export async function newProgram(playwright: { request: APIRequest }, address: string) {
  const client = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: from(address) })

  /** Calls an operation; gives each text of the answer by the name of its element, and the whole of it. */
  async function call(operation: string, fields: Record<string, string>) {
    const inside = Object.entries(fields).map(([name, text]) => `<${name}>${escaped(text)}</${name}>`)
    const response = await client.post('/soap', {
      headers: { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${service}#${operation}"` },
      data: `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${envelope}"><s:Body><${operation} xmlns="${service}">${inside.join('')}</${operation}></s:Body></s:Envelope>`,
    })
    const xml = await response.text()
    const value = (name: string) => unescaped(new RegExp(`<(?:\\w+:)?${name}(?: [^>]*)?>([^<]*)<`).exec(xml)?.[1] ?? '')
    return { status: response.status(), xml, value }
  }

  /** Signs in and gives the session. */
  async function login(login: string, password: string): Promise<string> {
    const { status, xml, value } = await call('Login', { login, password })
    expect(status, xml).toBe(200)
    return value('session')
  }

  /** The code of the fault with which a call is refused. */
  async function refusal(operation: string, fields: Record<string, string>): Promise<string> {
    const { status, xml, value } = await call(operation, fields)
    expect(status, xml).toBe(500)
    return value('code')
  }

  return { call, login, refusal, end: () => client.dispose() }
}
export type Program = Awaited<ReturnType<typeof newProgram>>

/** An API contact; the code is that of the admin who is signed in there. */
export async function makeProgramByHttp(client: APIRequestContext, name: string, code: string, addresses: string[] = []) {
  const response = await client.post('/api/api-contacts', { headers: { origin }, data: { name, addresses, code } })
  expect(response.status()).toBe(200)
  return (await response.json()) as { id: string; login: string; password: string }
}
