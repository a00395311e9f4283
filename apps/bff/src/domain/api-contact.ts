import type { Deps } from '../deps.ts'
import type { ApiPassword, Contact, Write } from '../store/store.ts'
import { note, nowhere, type Visit } from './activity.ts'
import { checkedAddresses } from './address-list.ts'
import { newApiPassword, randomPassword } from './api-password.ts'
import { requireOwnVerification, tellEach } from './colleagues.ts'
import { plainForm } from './findable.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import type { Letter } from './letter.ts'
import { Problem } from './problem.ts'
import type { SignedIn } from './signed-in.ts'
import { lastSoapUse } from './soap-use.ts'
import { newId } from './tokens.ts'

type Act = { who: SignedIn; contactId: string; proof: Proof; visit: Visit }

/** Programs are for customers: the operator's company has none, and no page of them. */
function requireCustomer({ company }: SignedIn) {
  if (company.operator) throw new Problem('not-found')
}

/** The programs of the company, and whether the acting admin could make one now. */
export async function listApiContacts(deps: Deps, ask: { who: SignedIn }) {
  const now = deps.clock.now()
  const { contact: admin, company } = ask.who
  requireCustomer(ask.who)
  const rows = await deps.store.listApiContacts(company.id)
  const apiContacts = await Promise.all(
    rows.map(async ({ contact, facts }) => {
      const [newest, before] = await deps.store.listApiPasswords(contact.id)
      return {
        id: contact.id,
        name: contact.name,
        login: contact.login,
        createdAt: contact.createdAt,
        createdBy: facts.createdByName,
        active: contact.active,
        addresses: facts.addresses,
        expiresAt: newest?.expiresAt ?? null,
        oldPasswordUntil: before && before.expiresAt > now ? before.expiresAt : null,
        lastUse: await lastSoapUse(deps, contact.id, now),
      }
    }),
  )
  return {
    apiContacts,
    checklist: {
      ownVerification: admin.factorId !== null,
      mainAccountVerification: await deps.store.isMainAccountVerified(company.id),
    },
    wsdl: `${deps.config.publicUrl}/soap?wsdl`,
  }
}

/**
 * A program with a generated password, which is given this once. The admin's own verification and that of the main account must be on;
 * refuses with `too-many-api-contacts` when the company has as many as it may have.
 */
export async function makeApiContact(
  deps: Deps,
  ask: { who: SignedIn; name: string; addresses: string[]; proof: Proof; visit: Visit },
): Promise<{ id: string; login: string; password: string; expiresAt: number }> {
  const now = deps.clock.now()
  const { contact: admin, company } = ask.who
  requireCustomer(ask.who)
  requireOwnVerification(ask.who)
  if (!(await deps.store.isMainAccountVerified(company.id))) throw new Problem('main-account-verification-needed')
  const { perCompany } = deps.config.rules.api
  if ((await deps.store.listApiContacts(company.id)).length >= perCompany) throw new Problem('too-many-api-contacts')
  const addresses = checkedAddresses(ask.addresses)
  const contact = await newProgram(deps, ask.who, ask.name, now)
  const { password, row } = newApiPassword(deps, contact.id, now)
  const proved = await proveFresh(deps, ask.who, ask.proof, ask.visit, now)
  await deps.store.commit(
    proved,
    deps.store.addContact(contact),
    deps.store.isOneOfFew(contact.id, perCompany),
    deps.store.addApiFacts({ contactId: contact.id, createdById: admin.id, createdByName: admin.name, addresses }),
    deps.store.addApiPassword(row),
    note(deps, contact, 'api-contact-made', ask.visit, now, { login: contact.login }, admin),
    await tellAdmins(deps, ask.who, { kind: 'api-contact-made', by: admin.name, login: contact.login }, ask.visit, now),
  )
  return { id: contact.id, login: contact.login, password, expiresAt: row.expiresAt }
}

/** The name and four letters of chance, so that a list of likely names finds none. */
async function freeLogin(deps: Deps, name: string): Promise<string> {
  const login = `${name}-${randomPassword(deps, 4).toLowerCase()}`
  return (await deps.store.findContactByLogin(login)) ? await freeLogin(deps, name) : login
}

async function newProgram(deps: Deps, { contact: admin, company }: SignedIn, name: string, now: number) {
  return {
    id: newId(deps, 'con'),
    companyId: company.id,
    kind: 'api' as const,
    login: await freeLogin(deps, name),
    name,
    phone: '',
    language: admin.language,
    role: 'member' as const,
    main: false,
    active: true,
    passwordSealed: null,
    factorId: null,
    trustPausedAt: null,
    mustEnrolSince: null,
    sortName: plainForm(name),
    leftAt: null,
    careUntil: null,
    createdAt: now,
    lastSignInAt: null,
  }
}

/**
 * A new password, given this once, to who is verified; the one of before works for a day more, so that a
 * program can be changed over without a gap.
 */
export async function changeApiPassword(deps: Deps, ask: Act) {
  const now = deps.clock.now()
  const { contact: admin } = ask.who
  const { contact } = await ours(deps, ask)
  requireOwnVerification(ask.who)
  const [newest, ...older] = await deps.store.listApiPasswords(contact.id)
  const { password, row } = newApiPassword(deps, contact.id, now)
  const overlapEndsAt = Math.min(newest?.expiresAt ?? now, now + deps.config.rules.api.overlapMs)
  const proved = await proveFresh(deps, ask.who, ask.proof, ask.visit, now)
  await deps.store.commit(
    proved,
    newest ? deps.store.shortenApiPassword(newest, overlapEndsAt) : [],
    older.filter(({ expiresAt }) => expiresAt > now).map((password) => deps.store.shortenApiPassword(password, now)),
    deps.store.removeDeadApiPasswords(contact.id, now - deps.config.rules.soap.usedWithinMs),
    deps.store.addApiPassword(row),
    note(deps, contact, 'api-password-changed', ask.visit, now, { login: contact.login }, admin),
    await tellAdmins(deps, ask.who, { kind: 'api-password-changed', by: admin.name, login: contact.login }, ask.visit, now),
  )
  return { password, expiresAt: row.expiresAt, oldPasswordUntil: overlapEndsAt }
}

/** From where the program may call, from the next call on. */
export async function changeApiAddresses(deps: Deps, ask: Act & { addresses: string[] }) {
  const now = deps.clock.now()
  const { contact: admin } = ask.who
  const { contact } = await ours(deps, ask)
  const addresses = checkedAddresses(ask.addresses)
  const proved = await proveFresh(deps, ask.who, ask.proof, ask.visit, now)
  await deps.store.commit(
    proved,
    deps.store.setApiAddresses(contact.id, addresses),
    note(deps, contact, 'api-addresses-changed', ask.visit, now, { login: contact.login, count: addresses.length }, admin),
    await tellAdmins(deps, ask.who, { kind: 'api-addresses-changed', by: admin.name, login: contact.login }, ask.visit, now),
  )
}

/** Its passwords and sessions end at once; what it did stays in the activity. */
export async function removeApiContact(deps: Deps, ask: Act) {
  const now = deps.clock.now()
  const { contact: admin } = ask.who
  const { contact } = await ours(deps, ask)
  const proved = await proveFresh(deps, ask.who, ask.proof, ask.visit, now)
  await deps.store.commit(
    proved,
    deps.store.removeApiContact(contact.id, now),
    deps.store.removeApiPasswords(contact.id),
    deps.store.endSoapSessions(contact.id),
    note(deps, contact, 'api-contact-removed', ask.visit, now, { login: contact.login }, admin),
    await tellAdmins(deps, ask.who, { kind: 'api-contact-removed', by: admin.name, login: contact.login }, ask.visit, now),
  )
}

/** A program of the admin's own company; any other is `not-found` like one that never was, before any proof is looked at. */
async function ours(deps: Deps, { who, contactId }: Act) {
  const found = await deps.store.findApiContact(contactId, who.company.id)
  if (!found) throw new Problem('not-found')
  return found
}

const tellAdmins = async (deps: Deps, { company }: SignedIn, letter: Letter, visit: Visit, now: number): Promise<Write[]> =>
  tellEach(deps, await deps.store.listAdmins(company.id), letter, visit, now)

const day = 86_400_000

/** Reminds the admins 30, 7 and 1 days before a password stops working, each once, however many processes look. */
export async function remindOfExpiry(deps: Deps) {
  const now = deps.clock.now()
  const { reminders, overlapMs } = deps.config.rules.api
  const due = await deps.store.listExpiringApiPasswords(now, now + Math.max(...reminders) * day)
  for (const { contact, password } of due) {
    const [newest] = await deps.store.listApiPasswords(contact.id)
    // One that was replaced ends by itself.
    if (newest?.id === password.id) await remindOf(deps, contact, password, now, overlapMs)
  }
}

async function remindOf(deps: Deps, contact: Contact, password: ApiPassword, now: number, keptMs: number) {
  const { reminders } = deps.config.rules.api
  const days = Math.min(...reminders.filter((before) => password.expiresAt <= now + before * day))
  const letter: Letter = { kind: 'api-password-expires', login: contact.login, expiresAt: password.expiresAt }
  const admins = await deps.store.listAdmins(contact.companyId)
  await deps.store
    .commit(
      deps.store.rememberReminder(`api-reminder:${password.id}:${days}`, password.expiresAt + keptMs),
      tellEach(deps, admins, letter, nowhere, now),
    )
    .catch((reason: unknown) => {
      // It was sent before, perhaps by another process a moment ago.
      if (!(reason instanceof Problem)) throw reason
    })
}
