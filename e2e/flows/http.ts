import { type APIRequest, type APIRequestContext, type APIResponse, expect, type Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import { origin } from '../product.ts'

type Credentials = { email: string; password: string }

/** A program that talks to the product as the product's own pages do, with a cookie jar of its own. */
export const newClient = (playwright: { request: APIRequest }, headers: Record<string, string> = {}): Promise<APIRequestContext> =>
  playwright.request.newContext({ baseURL: origin, extraHTTPHeaders: { origin, ...headers } })

/** A refusal: its status and its code. */
export async function expectProblem(response: APIResponse, status: number, code: string) {
  expect(response.headers()['content-type']).toMatch(/^application\/problem\+json/)
  expect(await response.json()).toMatchObject({ status, code, requestId: expect.stringMatching(/.+/) })
  expect(response.status()).toBe(status)
}

export const sendPassword = (client: APIRequestContext, { email, password }: Credentials, headers: Record<string, string> = {}) =>
  client.post('/api/sign-in/password', { headers, data: { email, password } })

export const sendCode = (client: APIRequestContext, code: string, rememberDevice = false) =>
  client.post('/api/sign-in/code', { data: { code, rememberDevice } })

/** Signs in with the password alone; a browser's own cookie jar needs the origin among the headers. */
export async function signInByHttp(client: APIRequestContext, person: Credentials, headers?: Record<string, string>) {
  const response = await sendPassword(client, person, headers)
  expect(await response.json()).toEqual({ next: 'home' })
}

/** A pending key, in the phone already. */
export async function startEnrolment(client: APIRequestContext, phone: Authenticator, headers: Record<string, string> = {}) {
  const response = await client.post('/api/two-factor/enrolment', { headers, data: {} })
  expect(response.status()).toBe(200)
  const { enrolmentId, uri } = await response.json()
  return { enrolmentId: enrolmentId as string, entry: phone.add(uri) }
}

export const confirmEnrolment = (client: APIRequestContext, enrolmentId: string, code: string, headers: Record<string, string> = {}) =>
  client.post('/api/two-factor/enrolment/confirm', { headers, data: { enrolmentId, code } })

/** Switches verification on over HTTP, and stays signed in; a browser's own cookie jar needs the origin among the headers. */
export async function turnOnByHttp(
  client: APIRequestContext,
  person: Credentials,
  phone: Authenticator,
  headers: Record<string, string> = {},
) {
  await signInByHttp(client, person, headers)
  const { enrolmentId, entry } = await startEnrolment(client, phone, headers)
  const response = await confirmEnrolment(client, enrolmentId, await phone.next(entry), headers)
  expect(response.status()).toBe(200)
  const { recoveryCodes } = await response.json()
  return { entry, recoveryCodes: recoveryCodes as string[] }
}

/** A Cookie header with the cookies a client holds now, to be used elsewhere or later. */
export async function cookiesOf(client: APIRequestContext): Promise<string> {
  const { cookies } = await client.storageState()
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

/** The cookie of the session alone, as a Cookie header. */
export async function sessionCookieOf(client: APIRequestContext): Promise<string> {
  const cookie = (await cookiesOf(client)).split('; ').find((one) => one.startsWith('__Host-sid='))
  if (cookie === undefined) throw new Error('there is no session')
  return cookie
}

/** The raw Set-Cookie lines of an answer. */
export const setCookiesOf = (response: APIResponse): string[] =>
  response
    .headersArray()
    .filter(({ name }) => name.toLowerCase() === 'set-cookie')
    .map(({ value }) => value)

/** A page whose person is signed in and has verification on, without going the way through the wizard. */
export const signInProtected = (page: Page, person: Credentials, phone: Authenticator) =>
  turnOnByHttp(page.request, person, phone, { origin })

/** The id of the person who is signed in. */
export async function ownId(client: APIRequestContext): Promise<string> {
  const response = await client.get('/api/me')
  expect(response.status()).toBe(200)
  return (await response.json()).contact.id
}
