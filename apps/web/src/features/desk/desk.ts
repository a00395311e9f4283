import type { EndpointKey } from '@porta/shared'
import type { Reply } from '../../api/call.ts'
import { ApiProblem } from '../../api/problem.ts'
import { refresh } from '../../api/query-client.ts'

/** A look-up of a number, with what came of it. */
export type Call = Reply<'GET /api/desk/calls'>['calls'][number]

/** One of the people who have that number. */
export type Found = Call['contacts'][number]

/** Why a number gives orders on a call, or why not; `changed`: the person has another number by now. */
export function answerOf({ accepted, verification, careUntil }: Found): 'accepted' | 'on' | 'care' | 'changed' {
  if (accepted) return 'accepted'
  if (verification === 'on') return 'on'
  return careUntil === null ? 'changed' : 'care'
}

/** A request of a customer as the queue shows it, and with all that is needed to act on it. */
export type QueuedRequest = Reply<'GET /api/desk/requests'>['requests'][number]
export type DeskRequest = Reply<'GET /api/desk/requests/:requestId'>

/** A recovery case as the queue shows it, and with all that is needed to decide. */
export type QueuedCase = Reply<'GET /api/desk/recovery-cases'>['cases'][number]
export type DeskCase = Reply<'GET /api/desk/recovery-cases/:caseId'>

type Get = Extract<EndpointKey, `GET ${string}`>
const sayRequests: Get[] = ['GET /api/desk/calls', 'GET /api/desk/requests', 'GET /api/desk/requests/:requestId']
const sayCases: Get[] = ['GET /api/desk/recovery-cases', 'GET /api/desk/recovery-cases/:caseId']

/** Everything that says something about requests is asked for again. */
export const refreshRequests = () => refresh(...sayRequests)

/** Everything that says something about recovery cases is asked for again. */
export const refreshCases = () => refresh(...sayCases)

const overtaken = [
  'changed-meanwhile',
  'request-closed',
  'draft-over',
  'signature-void',
  'out-of-order',
  'not-held',
  'another-person-needed',
]

/** Whether somebody else was faster: what is on the screen is old, and trying the same again would not help. */
export const isOvertaken = (error: unknown): error is ApiProblem => error instanceof ApiProblem && overtaken.includes(error.code)
