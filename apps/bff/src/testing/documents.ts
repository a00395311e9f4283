import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openDocuments as newDocuments } from '../documents/documents.ts'
import type { Browser } from './browser.ts'
import { enterCase, openCase, openRecovery } from './recovery.ts'
import { rowsOf } from './rows.ts'
import { upload } from './scans.ts'

export type ShownDocument = { id: string; name: string; type: string; bytes: number; at: number }
export const day = 86_400_000

/** A case whose page is open, and what there is to see of its documents. */
export async function openDocuments(env: Record<string, string> = {}) {
  const recovery = await openRecovery(env)
  const { house, nuria } = recovery
  const { id: caseId, number } = await openCase(house, recovery.lost)
  const page = await enterCase(house, number)
  const folder = join(house.deps.config.dataDir, 'documents')
  return {
    ...recovery,
    caseId,
    number,
    page,
    folder,
    /** The names of the files on the disk. */
    files: () => (existsSync(folder) ? readdirSync(folder) : []),
    /** Takes the files away. */
    close: () => rmSync(house.deps.config.dataDir, { recursive: true, force: true }),
    rows: () => rowsOf(house.engine, house.engine.tables.documents),
    events: async (kind: string) => (await rowsOf(house.engine, house.engine.tables.events)).filter((event) => event.kind === kind),
    documents: async () => ((await page.call('GET /api/recovery/case')).body as { documents: ShownDocument[] }).documents,
    /** Uploads a scan that is taken. */
    async add(file: Uint8Array, name?: string) {
      const answer = await upload(page, file, name)
      if (answer.status !== 200) throw new Error(`the upload was answered ${answer.status} ${answer.problem.code}`)
      return answer.body as ShownDocument
    },
    submit: () => page.call('POST /api/recovery/case/submit'),
    claim: (staff = nuria) => staff.browser.call('POST /api/desk/recovery-cases/:caseId/claim', undefined, { caseId }),
    /** As a page of the desk saves a scan. */
    read: (browser: Browser, documentId: string, headers: Record<string, string> = {}, id = caseId) =>
      browser.send('GET', `/api/desk/recovery-cases/${id}/documents/${documentId}`, undefined, { 'sec-fetch-dest': 'empty', ...headers }),
    /** Rules of this house that differ from the product's. */
    change(rules: Record<string, unknown>) {
      const { config } = house.deps
      house.deps.config = { ...config, rules: { ...config.rules, documents: { ...config.rules.documents, ...rules } } } as typeof config
      house.deps.documents = newDocuments(house.deps.config, house.deps.random, house.deps.log)
    },
  }
}
export type OpenDocuments = Awaited<ReturnType<typeof openDocuments>>
