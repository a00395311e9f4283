import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import type { Reply } from './call.ts'
import { answer, queryClient } from './query-client.ts'

export type Me = Reply<'GET /api/me'>

/** Who is signed in, for everything inside the signed-in layout. */
export const useMe = (): Me => useSuspenseQuery(answer('GET /api/me')).data

export type Notices = Reply<'GET /api/notices'>

// Several parts of a page look at the notices; those that appear together ask once.
const noticesFreshMs = 5000

/** What the person should look at, for every page that says so; undefined until it is known, and before verification is on where that comes first. */
export const useNotices = (me: Me): Notices | undefined =>
  useQuery({ ...answer('GET /api/notices'), enabled: !me.mustEnrol, staleTime: noticesFreshMs }).data

/** What proves a delicate change: a code where verification is on, else the password. */
export const proofOf = ({ verification }: Me) => (verification === 'on' ? 'code' : 'password')

/** Whether this person manages the people of a company. */
export const isAdmin = ({ contact }: Me) => contact.role === 'admin'

/** The operator's people are asked for the code every time; no device of theirs is remembered. */
export const hasRememberedDevices = ({ company }: Me) => !company.operator

/** Whether this page already knows a signed-in person, without asking the server. */
export const isKnownSignedIn = () => queryClient.getQueryData(answer('GET /api/me').queryKey) !== undefined
