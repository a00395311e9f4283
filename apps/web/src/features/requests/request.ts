import type { Reply } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'

export type Request = Reply<'GET /api/requests/:requestId'>
export type RequestInList = Reply<'GET /api/requests'>['requests'][number]
export type Entry = Request['entries'][number]

/** Loads everything again that shows requests. */
export const refreshRequests = () => refresh('GET /api/requests', 'GET /api/requests/:requestId', 'GET /api/notices')
