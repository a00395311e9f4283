import type { Language } from '@porta/shared'
import type { Deps } from '../deps.ts'
import type { Invitation, Write } from '../store/store.ts'
import { note, tell, type Visit } from './activity.ts'
import { tellOtherAdmins } from './colleagues.ts'
import { tidyName, tidyPhone } from './contacts.ts'
import { plainForm } from './findable.ts'
import { type Proof, proveFresh } from './fresh-code.ts'
import type { Letter } from './letter.ts'
import { takeLinkCheck } from './links.ts'
import { checkNewPassword } from './new-password.ts'
import { canonicalLogin, sealPassword } from './password-check.ts'
import { Problem, secondsUntil } from './problem.ts'
import { roleIn, type SignedIn } from './signed-in.ts'
import { hashToken, newId, newToken } from './tokens.ts'

/** The invitations of the admin's company that nobody has accepted and that still work, newest first. */
export async function listInvitations(deps: Deps, ask: { who: SignedIn }) {
  const rows = await deps.store.listInvitations(ask.who.company.id, deps.clock.now())
  return rows.map(({ id, name, email, role, invitedByName, createdAt, expiresAt }) => ({
    id,
    name,
    email,
    role: roleIn(ask.who.company, role),
    by: invitedByName,
    at: createdAt,
    expiresAt,
  }))
}

/** One in ten minutes to an address, fifty a day of a company. */
const mailAllowances = (deps: Deps, companyId: string, email: string) => [
  { key: `invitation:${companyId}:${hashToken(email).toString('base64url')}`, ...deps.config.rules.invitation.perEmail },
  { key: `invitations:${companyId}`, ...deps.config.rules.invitation.perCompany },
]

const tooMany = async (deps: Deps, key: string, now: number) =>
  new Problem('too-many-invitations', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })

/** Refuses before a proof is looked at, so that neither burns the other. */
async function requireInvitationMail(deps: Deps, companyId: string, email: string, now: number) {
  for (const { key, limit } of mailAllowances(deps, companyId, email))
    if (await deps.store.isAllowanceSpent(key, limit, now)) throw await tooMany(deps, key, now)
}

/** Charges one invitation mail. Refuses with `too-many-invitations`. */
async function takeInvitationMail(deps: Deps, companyId: string, email: string, now: number) {
  const exhausted = await deps.store.takeAllowances(mailAllowances(deps, companyId, email), now)
  if (exhausted !== undefined) throw await tooMany(deps, exhausted, now)
}

/**
 * The mail of an invitation. An address that is somebody's already cannot be invited: its owner is told, the link goes to nobody,
 * and the admin, who may not know of other companies' people, sees no difference.
 */
async function mailOf(deps: Deps, who: SignedIn, invitation: Invitation, token: string, visit: Visit, now: number): Promise<Write> {
  const { name, email, language, expiresAt } = invitation
  const about = { company: who.company.name, by: invitation.invitedByName }
  const owner = await deps.store.findContactByLogin(email)
  if (owner) return tell(deps, owner, { kind: 'invitation-in-use', ...about }, visit, now)
  const invitee = { id: who.contact.id, companyId: who.company.id, name, login: email, language }
  return tell(deps, invitee, { kind: 'invitation', ...about, expiresAt }, visit, now, { secret: token, expiresAt })
}

/** Invites a person by mail. Refuses with `already-a-contact` within the own company only; inviting an admin, or anybody to the operator, needs a proof. */
export async function invite(
  deps: Deps,
  ask: {
    who: SignedIn
    name: string
    email: string
    phone: string
    language: Language
    role: 'admin' | 'member'
    proof: Proof
    visit: Visit
  },
) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const companyId = who.company.id
  const email = canonicalLogin(ask.email)
  const phone = tidyPhone(deps, ask.phone)
  if ((await deps.store.hasContact(companyId, email)) || (await deps.store.isInvited(companyId, email, now)))
    throw new Problem('already-a-contact')
  await requireInvitationMail(deps, companyId, email, now)
  const proved = ask.role === 'admin' || who.company.operator ? await proveFresh(deps, who, ask.proof, visit, now) : []
  await takeInvitationMail(deps, companyId, email, now)

  const token = newToken(deps)
  const invitation: Invitation = {
    id: newId(deps, 'inv'),
    companyId,
    tokenHash: hashToken(token),
    name: tidyName(ask.name),
    email,
    phone,
    language: ask.language,
    role: ask.role,
    invitedById: who.contact.id,
    invitedByName: who.contact.name,
    createdAt: now,
    expiresAt: now + deps.config.rules.invitation.linkMs,
  }
  await deps.store.commit(
    proved,
    deps.store.whileAdmin(who.contact.id),
    deps.store.addInvitation(invitation),
    note(deps, who.contact, 'contact-invited', visit, now, { email, role: ask.role }),
    await mailOf(deps, who, invitation, token, visit, now),
  )
  return { id: invitation.id, expiresAt: invitation.expiresAt }
}

async function findOwn(deps: Deps, who: SignedIn, invitationId: string, now: number) {
  const invitation = await deps.store.findInvitation(invitationId, who.company.id, now)
  if (!invitation) throw new Problem('not-found')
  return invitation
}

/** Mails the invitation again with a new link; the old one stops working. */
export async function resendInvitation(deps: Deps, ask: { who: SignedIn; invitationId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { who, visit } = ask
  const found = await findOwn(deps, who, ask.invitationId, now)
  await takeInvitationMail(deps, who.company.id, found.email, now)
  const token = newToken(deps)
  const invitation = { ...found, tokenHash: hashToken(token), expiresAt: now + deps.config.rules.invitation.linkMs }
  await deps.store.commit(
    deps.store.whileAdmin(who.contact.id),
    deps.store.renewInvitation(invitation, now),
    note(deps, who.contact, 'contact-invited', visit, now, { email: found.email, role: found.role }),
    await mailOf(deps, who, invitation, token, visit, now),
  )
  return { expiresAt: invitation.expiresAt }
}

export async function withdrawInvitation(deps: Deps, ask: { who: SignedIn; invitationId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { who } = ask
  const { id, email } = await findOwn(deps, who, ask.invitationId, now)
  await deps.store.commit(
    deps.store.whileAdmin(who.contact.id),
    deps.store.withdrawInvitation(id, who.company.id, now),
    note(deps, who.contact, 'invitation-withdrawn', ask.visit, now, { email }),
  )
}

/** An invitation that still works. Refuses with `link-over`, also when whoever invited is no admin any more. */
async function findInvitation(deps: Deps, tokenHash: Buffer, now: number) {
  const found = await deps.store.findInvitationByToken(tokenHash, now)
  if (!found) throw new Problem('link-over')
  const inviter = await deps.store.findContact(found.invitation.invitedById)
  if (inviter?.role !== 'admin' || !inviter.active) throw new Problem('link-over')
  return found
}

/** Whom the link of an invitation would make a contact, as passwords are judged. Refuses with `link-over`. */
export async function findInvited(deps: Deps, token: string, now: number) {
  const { invitation, company } = await findInvitation(deps, hashToken(token), now)
  return { contact: { name: invitation.name, login: invitation.email }, company }
}

/** What the link of an invitation is for. Each look counts against the address. */
export async function checkInvitation(deps: Deps, ask: { token: string; visit: Visit }) {
  const now = deps.clock.now()
  await takeLinkCheck(deps, ask.visit.address, now)
  const { invitation, company } = await findInvitation(deps, hashToken(ask.token), now)
  return { name: invitation.name, email: invitation.email, company: company.name, by: invitation.invitedByName }
}

/** Makes the contact and its password. Signs nobody in. */
export async function acceptInvitation(deps: Deps, ask: { token: string; newPassword: string; visit: Visit }) {
  const now = deps.clock.now()
  const { visit } = ask
  await takeLinkCheck(deps, visit.address, now)
  const tokenHash = hashToken(ask.token)
  const { invitation, company } = await findInvitation(deps, tokenHash, now)
  const { companyId, name, email, phone, language } = invitation
  const role = roleIn(company, invitation.role)
  const id = newId(deps, 'con')
  await checkNewPassword(deps, ask.newPassword, { contact: { id, name, login: email, passwordSealed: null }, company })
  const passwordSealed = sealPassword(deps, id, await deps.passwords.hash(ask.newPassword))

  const contact = { id, companyId, name, login: email, phone, language, role, sortName: plainForm(name), passwordSealed }
  const letter: Letter =
    role === 'admin'
      ? { kind: 'new-admin', by: invitation.invitedByName, who: name }
      : { kind: 'invitation-accepted', who: name, email, role }
  await deps.store.commit(
    deps.store.useInvitation(invitation.id, tokenHash, now),
    deps.store.whileAdmin(invitation.invitedById, 'link-over'),
    deps.store.addContactIfFree({
      ...contact,
      kind: 'person',
      main: false,
      active: true,
      factorId: null,
      trustPausedAt: null,
      mustEnrolSince: null,
      leftAt: null,
      careUntil: null,
      createdAt: now,
      lastSignInAt: null,
    }),
    note(deps, contact, 'invitation-accepted', visit, now, { role }),
    await tellOtherAdmins(deps, contact, letter, visit, now),
  )
}
