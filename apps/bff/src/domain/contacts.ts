import type { Language } from '@porta/shared'
import type { Deps } from '../deps.ts'
import type { Contact, ContactFilter } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { endAccess, findColleague, findOtherColleague } from './colleagues.ts'
import { plainForm } from './findable.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import { phoneNumberOf } from './phone.ts'
import { Problem } from './problem.ts'
import { mustEnrol, type SignedIn } from './signed-in.ts'
import { lastSoapUse } from './soap-use.ts'

type Row = Pick<
  Contact,
  'id' | 'name' | 'login' | 'phone' | 'language' | 'role' | 'main' | 'active' | 'lastSignInAt' | 'factorId' | 'mustEnrolSince'
>

/** What an admin sees of a contact's verification; `seenByName` is who saw the key of today while setting it up. */
export const verificationOf = (row: Row & { seenByName: string | null }, company: SignedIn['company'], now: number) => {
  if (row.factorId !== null) return row.seenByName === null ? ('on' as const) : ('seen' as const)
  return mustEnrol(row, company, now) ? ('required' as const) : ('off' as const)
}

const shown = (row: Row & { seenByName: string | null }, company: SignedIn['company'], now: number) => {
  const { id, name, login, phone, language, role, main, active, lastSignInAt } = row
  return { id, name, email: login, phone, language, role, main, active, lastSignInAt, verification: verificationOf(row, company, now) }
}

/** The words to look for, in the form of what is searched: each once, and none that is part of another; at most eight. */
function wordsOf(search: string): string[] {
  const words = [...new Set(plainForm(search).split(' '))].filter(Boolean)
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word))).slice(0, 8)
}

/** The people of the admin's company, a page of them: each word has to be found in name, address or phone number. */
export async function listContacts(
  deps: Deps,
  ask: { who: SignedIn; search?: string | undefined; page: number } & Pick<ContactFilter, 'sort' | 'order' | 'verification'>,
) {
  const now = deps.clock.now()
  const { company } = ask.who
  const limit = deps.config.rules.contactsPerPage
  const filter = { words: wordsOf(ask.search ?? ''), sort: ask.sort, order: ask.order, verification: ask.verification }
  const rows = await deps.store.listContacts(company.id, filter, { limit, offset: (ask.page - 1) * limit })
  const total = await deps.store.countPeople(company.id)
  const isWhole = filter.words.length === 0 && filter.verification === undefined
  const found = isWhole ? total.people : await deps.store.countContacts(company.id, filter)
  return { contacts: rows.map((row) => shown(row, company, now)), found, ...total, pages: Math.max(1, Math.ceil(found / limit)) }
}

export async function describeContact(deps: Deps, ask: { who: SignedIn; contactId: string }) {
  const now = deps.clock.now()
  const contact = await findColleague(deps, ask.who, ask.contactId)
  const factor = contact.factorId === null ? undefined : await deps.store.findFactor(contact.factorId)
  return {
    ...shown({ ...contact, seenByName: factor?.seenByName ?? null }, ask.who.company, now),
    createdAt: contact.createdAt,
    verificationSince: factor?.activatedAt ?? null,
    seenBy: factor?.seenByName ?? null,
    recoveryCodesLeft: factor ? await deps.store.countRecoveryCodes(contact.id) : null,
    sessions: (await deps.store.listSessions(contact.id, now)).length,
    trustedDevices: (await deps.store.listTrustedDevices(contact.id, now)).length,
    soapUse: await lastSoapUse(deps, contact.id, now),
  }
}

/** A name as it is kept: one form of each letter, one space between words. */
export const tidyName = (typed: string) => typed.normalize('NFC').replaceAll(/\s+/g, ' ').trim()

/** A phone number as it is kept; empty stays empty. Refuses with `invalid-input`. */
export function tidyPhone(deps: Deps, typed: string): string {
  const phone = typed.trim() === '' ? '' : phoneNumberOf(typed.trim(), deps.config.country)
  if (phone === undefined) throw new Problem('invalid-input', { fields: { phone: 'not-a-phone-number' } })
  return phone
}

/** Changes name, phone or language. A phone number needs a fresh proof; one's own is changed in the own account: `not-yourself` here. */
export async function changeContact(
  deps: Deps,
  ask: {
    who: SignedIn
    contactId: string
    name?: string | undefined
    phone?: string | undefined
    language?: Language | undefined
    proof: Proof
    visit: Visit
  },
) {
  const now = deps.clock.now()
  const { who } = ask
  const contact = await findColleague(deps, who, ask.contactId)
  const name = ask.name === undefined ? contact.name : tidyName(ask.name)
  const phone = ask.phone === undefined || ask.phone === contact.phone ? contact.phone : tidyPhone(deps, ask.phone)
  const language = ask.language ?? contact.language
  if (phone !== contact.phone && contact.id === who.contact.id) throw new Problem('not-yourself')

  const after = { ...contact, name, phone, language }
  const what = (['name', 'phone', 'language'] as const).filter((field) => after[field] !== contact[field])
  const proved = what.includes('phone') ? await proveFresh(deps, who, ask.proof, ask.visit, now) : []
  if (what.length > 0)
    await deps.store.commit(
      proved,
      deps.store.whileAdmin(who.contact.id),
      deps.store.changeFacts(contact.id, {
        ...(what.includes('name') ? { name, sortName: plainForm(name) } : {}),
        ...(what.includes('phone') ? { phone } : {}),
        ...(what.includes('language') ? { language } : {}),
      }),
      note(deps, contact, 'contact-changed', ask.visit, now, { what: what.join(' ') }, who.contact),
      tell(deps, after, { kind: 'contact-changed', by: who.contact.name, what }, ask.visit, now),
    )
  const factor = contact.factorId === null ? undefined : await deps.store.findFactor(contact.factorId)
  return shown({ ...after, seenByName: factor?.seenByName ?? null }, who.company, now)
}

/** Ends all sessions of another contact and forgets the remembered devices. */
export async function endContactSessions(deps: Deps, ask: { who: SignedIn; contactId: string; proof: Proof; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const contact = await findOtherColleague(deps, who, ask.contactId)
  const proved = await proveFresh(deps, who, ask.proof, visit, now)
  const ended = (await deps.store.listSessions(contact.id, now)).length
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    endAccess(deps, contact.id, now),
    deps.store.endSoapSessions(contact.id),
    note(deps, contact, 'sessions-ended', visit, now, { ended }, who.contact),
    tell(deps, contact, { kind: 'sessions-ended-by-admin', by: who.contact.name }, visit, now),
  )
  return { ended }
}
