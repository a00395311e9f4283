import parse from 'libphonenumber-js/min'
import type { Deps } from '../deps.ts'
import { note, tell, type Visit } from './activity.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'

/** A phone number as it is kept (E.164, no extension), from any spelling people use; undefined when it is none. Without a prefix it is of `country`. */
export function phoneNumberOf(typed: string, country: Deps['config']['country']): string | undefined {
  // Copied from a list of contacts a number comes with marks of direction, from a page with long dashes; people write (+34) too.
  const plain = typed
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/[()]/g, ' ')
    .trim()
  // Longer marks than people write are no spelling of a number; letters would be read as keys of an old phone.
  if (!/^[\p{Nd}\s.+/-]+$/u.test(plain)) return undefined
  const number = parse(plain, { defaultCountry: country, extract: false })
  return number?.isValid() && !number.ext ? number.number : undefined
}

/** As people read it, such as +34 972 00 01 11; as it is when it cannot be read. */
export const readable = (number: string) => parse(number)?.formatInternational() ?? number

/** Changes the phone number, or removes it with an empty one: with a fresh code, or the password where verification is off. Other sessions end. */
export async function changePhone(deps: Deps, ask: { who: SignedIn; phone: string; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { contact, session } = ask.who
  const typed = ask.phone.trim()
  const phone = typed === '' ? '' : phoneNumberOf(typed, deps.config.country)
  if (phone === undefined) throw new Problem('invalid-input', { fields: { phone: 'not-a-phone-number' } })
  const proved = await proveFresh(deps, ask.who, ask.proof, ask.visit, now)
  const endedSessions = (await deps.store.listSessions(contact.id, now)).length - 1
  await deps.store.commit(
    proved,
    deps.store.setPhone(contact.id, phone),
    deps.store.endOtherSessions(contact.id, session.id),
    deps.store.endSoapSessions(contact.id),
    note(deps, contact, 'phone-changed', ask.visit, now, { from: contact.phone, to: phone }),
    tell(deps, contact, { kind: 'phone-changed', from: readable(contact.phone), to: readable(phone) }, ask.visit, now),
  )
  return { phone, endedSessions }
}
