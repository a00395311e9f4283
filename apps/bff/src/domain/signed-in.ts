import type { Store } from '../store/store.ts'

/** Who is behind a request: the session with its contact and company, read anew for each request. */
export type SignedIn = NonNullable<Awaited<ReturnType<Store['findSignedIn']>>>

/**
 * Whether login verification comes before anything else: staff handle other people's accounts, an admin asked for it,
 * or the rule of the company binds.
 */
export const mustEnrol = (
  contact: Pick<SignedIn['contact'], 'role' | 'factorId' | 'mustEnrolSince'>,
  company: Pick<SignedIn['company'], 'ruleFrom'> | undefined,
  now: number,
) =>
  contact.factorId === null &&
  (contact.role === 'support' || contact.mustEnrolSince !== null || (company?.ruleFrom ?? Number.POSITIVE_INFINITY) <= now)
