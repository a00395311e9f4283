import { type APIRequest, expect, type Page } from '@playwright/test'
import type { Authenticator, Entry } from '../authenticator/authenticator.ts'
import { from, newAddress } from './addresses.ts'
import { newClient, sendCode, sendPassword } from './http.ts'
import { codeField, codePage, enterPassword, type Person, signInPage } from './sign-in.ts'

const periodMs = 30_000

/** Codes that the phone shows neither now nor half an hour before or after. */
export function wrongCodes(phone: Authenticator, entry: Entry, count: number): string[] {
  const around = Array.from({ length: 121 }, (_, step) => phone.codeAt(Date.now() + (step - 60) * periodMs, entry))
  const all = Array.from({ length: count + around.length }, (_, number) => String(number * 4099).padStart(6, '0'))
  return all.filter((code) => !around.includes(code)).slice(0, count)
}

/** One of them. */
export const wrongCode = (phone: Authenticator, entry: Entry) => wrongCodes(phone, entry, 1)[0] as string

/** Types a code and waits for what the server says of it. */
export async function tryCode(page: Page, code: string) {
  await expect(codePage(page)).toBeVisible()
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/sign-in/code'))
  await codeField(page).clear()
  await codeField(page).pressSequentially(code)
  await answer
}

/** Somebody who knows the password and not the code, until the sign-in is given up. */
export async function guessCodes(page: Page, person: Person, wrong: readonly string[]) {
  await enterPassword(page, person)
  for (const code of wrong) await tryCode(page, code)
  await expect(signInPage(page)).toBeVisible()
}

/** The same without a browser. */
export async function guessByHttp(playwright: { request: APIRequest }, person: Person, phone: Authenticator, entry: Entry) {
  const client = await newClient(playwright, from(newAddress()))
  expect(await (await sendPassword(client, person)).json()).toEqual({ next: 'code' })
  for (const code of wrongCodes(phone, entry, 5)) expect((await sendCode(client, code)).ok()).toBe(false)
  await client.dispose()
}

/** How long the server may take to see that a sign-in was left half done, and to write of it. */
export const warnedWithin = 30_000
