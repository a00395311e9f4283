import type { Store } from '../store/store.ts'

/** Who is behind a request: the session with its contact and company, read anew for each request. */
export type SignedIn = NonNullable<Awaited<ReturnType<Store['findSignedIn']>>>

/** Staff handle other people's accounts: login verification comes before anything else. */
export const mustEnrol = (contact: Pick<SignedIn['contact'], 'role' | 'factorId'>) =>
  contact.role === 'support' && contact.factorId === null
