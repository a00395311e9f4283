import type { Reply } from '../../api/call.ts'

/** A key that waits to be confirmed. */
export type Enrolment = Reply<'POST /api/two-factor/enrolment'>

/** What the server says when it has been: from then on verification is on. */
export type Confirmed = Reply<'POST /api/two-factor/enrolment/confirm'>

/** One's own verification as the server tells it. */
export type TwoFactorState = Reply<'GET /api/two-factor'>
