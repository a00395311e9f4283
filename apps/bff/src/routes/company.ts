import type { Deps } from '../deps.ts'
import { describeBoard } from '../domain/board.ts'
import { boardAsCsv } from '../domain/board-csv.ts'
import { listCompanyActivity } from '../domain/company-history.ts'
import { setCompanyRule } from '../domain/company-rule.ts'
import { handOverMainAccount } from '../domain/roles.ts'
import type { Handlers } from './mount.ts'

export const companyRoutes = (deps: Deps) =>
  ({
    'GET /api/company/board': ({ who }) => describeBoard(deps, { who }),
    'GET /api/company/board.csv': async ({ who, c }) => {
      c.header('content-type', 'text/csv; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="verification.csv"')
      return c.body(ReadableStream.from(encoded(boardAsCsv(deps, { who }))) as ReadableStream)
    },
    'POST /api/company/rule': async ({ who, body, visit }) => {
      await setCompanyRule(deps, { who, ...body, visit })
      return null
    },
    'GET /api/company/activity': ({ who, query }) => listCompanyActivity(deps, { who, ...query }),
    'POST /api/company/main-account': async ({ who, body, visit }) => {
      await handOverMainAccount(deps, { who, contactId: body.contactId, proof: body, visit })
      return null
    },
  }) satisfies Partial<Handlers>

async function* encoded(texts: AsyncIterable<string>) {
  for await (const text of texts) yield Buffer.from(text)
}
