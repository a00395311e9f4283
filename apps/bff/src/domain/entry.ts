import type { Deps } from '../deps.ts'
import type { Company, Contact, KnownBrowser, Write } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { rememberBrowser } from './browser.ts'
import { forgiveStrangers } from './password-check.ts'
import { openSession } from './sessions.ts'
import { isOfOperator } from './signed-in.ts'

/** A device token to be put into the cookie of that name; it dies at `expiresAt`. */
export type DeviceCookie = { name: string; token: string; expiresAt: number }

/** What a full sign-in puts into cookies; `browserToken` and `device` only when they are to be set anew. */
export type Entry = { sessionToken: string; browserToken: string | undefined; device: DeviceCookie | undefined }

/** Who signs in, and for whom. */
export type Person = { contact: Contact; company: Company | undefined }

/** The people of the operator have no remembered devices. */
export const mayRemember = ({ contact, company }: Person) => !isOfOperator(contact, company)

/** A full sign-in: the session and the recognised browser, for the cookies, and the writes with the event. */
export async function enter(
  deps: Deps,
  person: Person,
  assurance: 'password' | 'trusted-device' | 'code' | 'recovery-code',
  known: KnownBrowser | undefined,
  visit: Visit,
  now: number,
  device?: DeviceCookie,
): Promise<{ cookies: Entry; writes: Write[] }> {
  const { contact } = person
  const session = openSession(deps, person, assurance === 'recovery-code' ? 'code' : assurance, visit, now)
  const browser = await rememberBrowser(deps, contact, known, visit, now)
  return {
    cookies: { sessionToken: session.token, browserToken: browser.token, device },
    writes: [
      deps.store.recordSignIn(contact, now),
      ...session.writes,
      ...browser.writes,
      ...(known ? [] : [forgiveStrangers(deps, contact.login)]),
      note(deps, contact, 'sign-in', visit, now, { assurance }),
    ],
  }
}
