import type { Deps } from '../deps.ts'
import { checkReceipt } from '../domain/receipt.ts'
import { declineRequest, signRequest, withdrawRequest, writeToDesk } from '../domain/request-answers.ts'
import { takeOneOf } from '../domain/request-record.ts'
import { describeReceipt, describeRequest, listRequests, sendRequest } from '../domain/requests.ts'
import { publicKeys } from '../domain/signing.ts'
import type { Handlers } from './mount.ts'

export const requestRoutes = (deps: Deps) =>
  ({
    'GET /api/requests': ({ who, query }) => listRequests(deps, { who, ...query }),
    'POST /api/requests': ({ who, body: { subject, service, text, ...proof }, visit }) =>
      sendRequest(deps, { who, subject, service, text, proof, visit }),
    'GET /api/requests/:requestId': ({ who, params }) => describeRequest(deps, { who, ...params }),
    'POST /api/requests/:requestId/sign': async ({ who, params, body: { digest, ...proof }, visit }) => {
      await signRequest(deps, { who, ...params, digest, proof, visit })
      return null
    },
    'POST /api/requests/:requestId/decline': async ({ who, params, visit }) => {
      await declineRequest(deps, { who, ...params, visit })
      return null
    },
    'POST /api/requests/:requestId/withdraw': async ({ who, params, visit }) => {
      await withdrawRequest(deps, { who, ...params, visit })
      return null
    },
    'POST /api/requests/:requestId/messages': async ({ who, params, body }) => {
      await writeToDesk(deps, { who, ...params, ...body })
      return null
    },
    'GET /api/requests/:requestId/receipt': async ({ who, params, c }) => {
      const { number, receipt } = await describeReceipt(deps, { who, ...params })
      c.header('content-type', 'text/plain; charset=utf-8')
      c.header('content-disposition', `attachment; filename="receipt-${number}.txt"`)
      return c.body(receipt)
    },
    'POST /api/receipts/check': async ({ body, visit }) => {
      await takeOneOf(deps, `receipt-checks:${visit.address}`, deps.config.rules.receiptChecks, deps.clock.now())
      return checkReceipt(deps, body.receipt)
    },
    'GET /api/signing-keys': async () => ({ keys: publicKeys(deps) }),
  }) satisfies Partial<Handlers>
