import type { Role } from '@porta/shared'
import type { Store } from '../store/store.ts'

/** Who is behind a request: the session with its contact and company, read anew for each request. */
export type SignedIn = NonNullable<Awaited<ReturnType<Store['findSignedIn']>>>

/**
 * Of the operator: the desk handles other people's accounts, and its admins decide who is of the desk. Login verification is a must
 * for them, no device is remembered, sessions are short, and old programs are not for them.
 */
export const isOfOperator = (contact: Pick<SignedIn['contact'], 'role'>, company: Pick<SignedIn['company'], 'operator'> | undefined) =>
  contact.role === 'support' || company?.operator === true

/** Whether login verification comes before anything else: for the people of the operator, when an admin asked for it, or when the rule of the company binds. */
export const mustEnrol = (
  contact: Pick<SignedIn['contact'], 'role' | 'factorId' | 'mustEnrolSince'>,
  company: Pick<SignedIn['company'], 'operator' | 'ruleFrom'> | undefined,
  now: number,
) =>
  contact.factorId === null &&
  (isOfOperator(contact, company) || contact.mustEnrolSince !== null || (company?.ruleFrom ?? Number.POSITIVE_INFINITY) <= now)

/** What a role chosen by an admin is in their company: whoever is no admin of the operator is of its desk. */
export const roleIn = (company: Pick<SignedIn['company'], 'operator'> | undefined, chosen: 'admin' | 'member'): Role =>
  chosen === 'member' && company?.operator ? 'support' : chosen

/** Of the operator's desk. */
export const isStaff = ({ contact, company }: Pick<SignedIn, 'contact' | 'company'>) => contact.role === 'support' && company.operator
