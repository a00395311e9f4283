import type { Deps } from '../deps.ts'
import { addDocument, readDocument, removeDocument } from '../domain/case-documents.ts'
import { Problem } from '../domain/problem.ts'
import type { Handlers } from './mount.ts'

/** Where a page may ask for a file to save (Fetch Metadata); in a frame, as a script or as an object it is refused. */
const savedFrom: (string | undefined)[] = [undefined, 'empty', 'document']

export const caseDocumentRoutes = (deps: Deps) =>
  ({
    'POST /api/recovery/case/documents': ({ caseId, query, upload, visit }) =>
      addDocument(deps, { caseId, name: query.name, upload, visit }),
    'DELETE /api/recovery/case/documents/:documentId': async ({ caseId, params, visit }) => {
      await removeDocument(deps, { caseId, documentId: params.documentId, visit })
      return null
    },
    'GET /api/desk/recovery-cases/:caseId/documents/:documentId': async ({ who, params, visit, c }) => {
      if (!savedFrom.includes(c.req.header('sec-fetch-dest'))) throw new Problem('other-origin')
      const { content, fileName } = await readDocument(deps, { who, ...params, visit })
      c.header('content-type', 'application/octet-stream')
      c.header('content-disposition', `attachment; filename="${fileName}"`)
      return c.body(new Uint8Array(content))
    },
  }) satisfies Partial<Handlers>
