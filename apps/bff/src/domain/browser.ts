import type { Deps } from '../deps.ts'
import type { Contact, KnownBrowser, Write } from '../store/store.ts'
import { note, type Subject, tell, type Visit } from './activity.ts'
import { findMailedLink, mailedLink, takeLinkCheck } from './links.ts'
import { hashToken, newId, newToken } from './tokens.ts'

/** The cookie's value, if it is one of ours: 256 bits in base64url. Anything else counts as none. */
const tokenOf = ({ browserToken }: Visit) => (browserToken !== undefined && /^[\w-]{43}$/.test(browserToken) ? browserToken : undefined)

/**
 * The browser of this visit, if this contact once signed in fully in it; it proves nothing about who sits there,
 * and only keeps what strangers spend elsewhere away from its owner.
 */
export async function recognise(deps: Deps, contactId: string, visit: Visit, now: number): Promise<KnownBrowser | undefined> {
  const token = tokenOf(visit)
  return token === undefined ? undefined : deps.store.findBrowser(contactId, hashToken(token), now)
}

/** What a full sign-in leaves in the browser: the value for its cookie, or undefined when it needs none, and the writes. */
export type Recognition = { token: string | undefined; writes: Write[] }

/**
 * Recognises the browser of a full sign-in from now on. The first one in a browser that looks like none of the person's
 * is mailed, except when it is the person's very first.
 */
export async function rememberBrowser(
  deps: Deps,
  contact: Contact,
  browser: KnownBrowser | undefined,
  visit: Visit,
  now: number,
): Promise<Recognition> {
  if (browser) return seeAgain(deps, browser, visit, now)
  const others = await deps.store.listBrowsers(contact.id, now)
  const isFamiliar = contact.lastSignInAt === null || others.some(({ client }) => sameClient(client, visit.client))
  const { token, writes } = addBrowser(deps, contact.id, visit, now)
  if (isFamiliar) return { token, writes }
  return {
    token,
    writes: [...writes, note(deps, contact, 'new-browser', visit, now), tell(deps, contact, { kind: 'new-browser' }, visit, now)],
  }
}

const sameClient = (a: Visit['client'], b: Visit['client']) => a.browser === b.browser && a.system === b.system && a.place === b.place

/** Written at most once a day, and the cookie lives on with the row. */
function seeAgain(deps: Deps, browser: KnownBrowser, visit: Visit, now: number): Recognition {
  const { lifeMs, seenEveryMs } = deps.config.rules.browser
  if (now - browser.lastSeenAt < seenEveryMs) return { token: undefined, writes: [] }
  const seen = { id: browser.id, lastSeenAt: now, expiresAt: now + lifeMs, client: visit.client }
  return { token: tokenOf(visit), writes: [deps.store.markBrowserSeen(seen)] }
}

/** A token that the browser has already, perhaps for somebody else who signs in there, is kept. */
function addBrowser(deps: Deps, contactId: string, visit: Visit, now: number) {
  const { lifeMs, perContact } = deps.config.rules.browser
  const token = tokenOf(visit) ?? newToken(deps)
  const row = {
    id: newId(deps, 'bro'),
    contactId,
    tokenHash: hashToken(token),
    client: visit.client,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + lifeMs,
  }
  return { token, writes: deps.store.addBrowser(row, perContact) }
}

/**
 * Mails the link that makes a browser recognised, to a person whom strangers keep busy. Seldom enough not to fill the mailbox,
 * often enough that it always holds one that works.
 */
export async function mailBrowserApproval(deps: Deps, contact: Subject, visit: Visit, now: number) {
  const { linkMs, gap, perDay } = deps.config.rules.browser.approval
  const wanted = [
    { key: `approval-gap:${contact.id}`, ...gap },
    { key: `approval:${contact.id}`, ...perDay },
  ]
  if ((await deps.store.takeAllowances(wanted, now)) !== undefined) return
  const { token, expiresAt, writes } = mailedLink(deps, contact, 'browser-approval', linkMs, perDay.limit, now)
  await deps.store.commit(
    writes,
    note(deps, contact, 'browser-approval-sent', visit, now),
    tell(deps, contact, { kind: 'browser-approval', expiresAt }, visit, now, { secret: token, expiresAt }),
  )
}

/** Recognises the browser in which the mailed link is opened; gives the value for its cookie. Signs nobody in. */
export async function approveBrowser(deps: Deps, ask: { token: string; visit: Visit }) {
  const now = deps.clock.now()
  await takeLinkCheck(deps, ask.visit.address, now)
  const { link, contact } = await findMailedLink(deps, 'browser-approval', ask.token, now)
  const browser = await recognise(deps, contact.id, ask.visit, now)
  const { token, writes } = browser ? seeAgain(deps, browser, ask.visit, now) : addBrowser(deps, contact.id, ask.visit, now)
  await deps.store.commit(deps.store.useLink(link.id, now), writes, note(deps, contact, 'browser-approved', ask.visit, now))
  return { browserToken: token }
}
