import { hash } from 'node:crypto'
import type { RequestState } from '@porta/shared'
import type { Deps } from '../deps.ts'
import { deskChannel } from '../live.ts'
import type { Request, RequestEntry, Store, Write } from '../store/store.ts'
import { type Subject, tell, type Visit } from './activity.ts'
import type { Letter } from './letter.ts'
import { newNumber } from './number.ts'
import { Problem, secondsUntil } from './problem.ts'
import { isSigned } from './signing.ts'
import { isStatementOf } from './statement.ts'
import { newId } from './tokens.ts'

/** A request with its signer and the names that belong to it. */
export type KnownRequest = NonNullable<Awaited<ReturnType<Store['findRequest']>>>

/** What is asked for. */
export type Content = Pick<Request, 'subject' | 'service' | 'text'>

/** As it is kept and signed: no blanks around the lines, and of line ends only line feeds, so that they come back to the letter. */
export const tidyContent = ({ subject, service, text }: Content): Content => ({
  subject: subject.trim(),
  service: service.trim(),
  text: tidyWords(text),
})
export const tidyWords = (text: string) => text.replaceAll(/\r\n?/g, '\n')

/** Where a request stands: a draft that nobody has signed in time has lapsed, whether that is written already or not. */
export const stateAt = (request: Pick<Request, 'state' | 'expiresAt'>, now: number): RequestState =>
  request.state === 'to-sign' && (request.expiresAt ?? 0) <= now ? 'lapsed' : request.state

export const isOpen = (state: RequestState) => state === 'to-sign' || state === 'sent' || state === 'in-progress'

/** What was on the screen: whoever acts says it again, and acts on nothing else. */
export const digestOf = ({ number, subject, service, text, statement }: Content & Pick<Request, 'number' | 'statement'>) =>
  hash('sha256', JSON.stringify([number, subject, service, text, statement ?? '']), 'base64url')

/** A number that no request has. Whoever takes the same one in the same moment is refused by the write. */
export async function freeNumber(deps: Deps): Promise<string> {
  for (;;) {
    const number = newNumber(deps)
    if (!(await deps.store.hasRequestNumber(number))) return number
  }
}

/**
 * Whether the signature holds: over the statement that is kept, and the statement says what the row says. Null as long as
 * nobody has signed; what came in before statements were signed is void, for nothing proves it.
 */
export function signatureOf(deps: Deps, request: Request): 'valid' | 'void' | null {
  const { state, statement, signature, keyId, signedAt, assurance } = request
  const mayBeUnsigned = state === 'to-sign' || state === 'lapsed' || state === 'withdrawn'
  if (mayBeUnsigned && statement === null && assurance === null) return null
  if (statement === null || signature === null || keyId === null || signedAt === null || assurance === null) return 'void'
  const holds = isSigned(deps, statement, signature, keyId) && isStatementOf(statement, { ...request, signedAt, assurance })
  return holds ? 'valid' : 'void'
}

/** What both sides see of a request beside its summary. */
export async function describeRecord(deps: Deps, { request }: KnownRequest, now: number) {
  const entries = await deps.store.listRequestEntries(request.id)
  return {
    text: request.text,
    statement: request.statement,
    signedAt: request.signedAt,
    signature: signatureOf(deps, request),
    digest: digestOf(request),
    expiresAt: stateAt(request, now) === 'to-sign' ? request.expiresAt : null,
    entries: entries.map(({ id, at, kind, byName, fromDesk, text, assurance }) => ({
      id,
      at,
      kind,
      by: byName,
      fromDesk,
      text,
      assurance,
    })),
  }
}

/** The write of one line of a request's history. A customer's says how their session was proved; the desk's does not. */
export const addEntry = (
  deps: Deps,
  requestId: string,
  kind: RequestEntry['kind'],
  by: { id: string; name: string },
  now: number,
  more: { text?: string; assurance?: RequestEntry['assurance'] } = {},
): Write =>
  deps.store.addRequestEntry({
    id: newId(deps, 'ren'),
    requestId,
    at: now,
    kind,
    byId: by.id,
    byName: by.name,
    fromDesk: more.assurance === undefined && by.id !== '',
    text: more.text ?? '',
    assurance: more.assurance ?? null,
  })

/** A letter to the one who signs; nobody reads the mail of a program. */
export const tellSigner = (deps: Deps, signer: Subject & { kind: 'person' | 'api' }, letter: Letter, visit: Visit, now: number): Write[] =>
  signer.kind === 'person' ? [tell(deps, signer, letter, visit, now)] : []

/** Screens of the company and of the desk learn it at once; for after the commit. */
export function publishRequest(deps: Deps, request: Pick<Request, 'id' | 'companyId' | 'contactId'>, state: RequestState, now: number) {
  const event = { kind: 'request', requestId: request.id, contactId: request.contactId, state, at: now } as const
  deps.live.publish(request.companyId, event)
  deps.live.publish(deskChannel, event)
}

/** Charges one of so many; refuses with `too-many-tries`. What was `proved` before is used up all the same. */
export async function takeOneOf(
  deps: Deps,
  key: string,
  rule: { limit: number; windowMs: number },
  now: number,
  proved: readonly Write[] = [],
) {
  if (await deps.store.takeAllowance(key, rule, now)) return
  if (proved.length > 0) await deps.store.commit(proved)
  throw new Problem('too-many-tries', { retryAfterSeconds: secondsUntil(await deps.store.allowanceEndsAt(key, now), now) })
}
