import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type APIRequestContext, expect } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import type { Mailbox } from '../mailbox.ts'
import { confirmEnrolment, sendPassword, startEnrolment } from './http.ts'
import { caseCode } from './recovery.ts'
import type { Person } from './sign-in.ts'

/** A picture that could be a scan. */
export const scan = () => readFile(join(import.meta.dirname, '../authenticator/example.png'))

/** Opens a case after the password; gives its number. */
export async function openCaseByHttp(client: APIRequestContext, person: Person, forCompany = false): Promise<string> {
  expect(await (await sendPassword(client, person)).json()).toEqual({ next: 'code' })
  const response = await client.post('/api/recovery-cases', { data: { forCompany } })
  expect(response.status()).toBe(200)
  return (await response.json()).number
}

export const enterByHttp = (client: APIRequestContext, number: string, mailedCode: string) =>
  client.post('/api/recovery/enter', { data: { number, mailedCode } })

export const uploadByHttp = (client: APIRequestContext, name: string, data: Buffer) =>
  client.post('/api/recovery/case/documents', { params: { name }, headers: { 'content-type': 'application/octet-stream' }, data })

/** A case whose page is open in this client, with a scan, and not sent yet. */
export async function caseWithScanByHttp(client: APIRequestContext, person: Person, mailbox: Mailbox, forCompany = false) {
  const number = await openCaseByHttp(client, person, forCompany)
  expect((await enterByHttp(client, number, await caseCode(mailbox, person, number))).status()).toBe(204)
  expect((await uploadByHttp(client, 'formulari.png', await scan())).status()).toBe(200)
  return number
}

/** The same, sent to the desk. */
export async function sentCaseByHttp(client: APIRequestContext, person: Person, mailbox: Mailbox, forCompany = false) {
  const number = await caseWithScanByHttp(client, person, mailbox, forCompany)
  expect((await client.post('/api/recovery/case/submit', { data: {} })).status()).toBe(204)
  return number
}

/** The page of the case that is open in this client. */
export async function caseByHttp(client: APIRequestContext) {
  const response = await client.get('/api/recovery/case')
  expect(response.status()).toBe(200)
  return response.json()
}

/** The id of a case, for one of the desk. */
export async function caseIdByHttp(staff: APIRequestContext, number: string, state = 'waiting'): Promise<string> {
  for (let page = 1; ; page++) {
    const response = await staff.get('/api/desk/recovery-cases', { params: { state, page } })
    const { cases, pages } = await response.json()
    const found = cases.find((one: { number: string }) => one.number === number)
    if (found) return found.id
    if (page >= pages) throw new Error(`the desk has no case ${number} among those ${state}`)
  }
}

/** What one of the desk does to a case; the browser's own cookie jar needs the origin among the headers. */
export const actByHttp = (
  staff: APIRequestContext,
  caseId: string,
  act: 'claim' | 'release' | 'approve' | 'refuse' | 'ask-again',
  data: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) => staff.post(`/api/desk/recovery-cases/${caseId}/${act}`, { headers, data })

export const everythingChecked = ['number-and-fingerprint', 'certified-signature', 'name-and-account', 'register-extract', 'nobody-objects']

/** One of the desk holds the case and approves it; gives its state then. */
export async function approveByHttp(staff: APIRequestContext, caseId: string, code: string, headers: Record<string, string> = {}) {
  expect((await actByHttp(staff, caseId, 'claim', {}, headers)).status()).toBe(204)
  const reason = 'Signatura i segell comprovats.'
  const response = await actByHttp(staff, caseId, 'approve', { checked: everythingChecked, reason, code }, headers)
  expect(response.status()).toBe(200)
  return (await response.json()).state as string
}

/** One of the desk, with verification switched on as it must be, without a browser; leaves two codes for at once. */
export async function deskByHttp(client: APIRequestContext, staff: Person, phone: Authenticator) {
  expect(await (await sendPassword(client, staff)).json(), 'before anything else').toEqual({ next: 'enrol' })
  const { enrolmentId, entry } = await startEnrolment(client, phone)
  expect((await confirmEnrolment(client, enrolmentId, await phone.next(entry))).status()).toBe(200)
  return { client, code: () => phone.next(entry) }
}
