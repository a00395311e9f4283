import { hash } from 'node:crypto'
import type { Deps } from '../deps.ts'
import type { CaseDocument } from '../store/store.ts'
import { note, type Visit } from './activity.ts'
import { step } from './case-steps.ts'
import { enterInHistory, showDesk } from './case-told.ts'
import { displayName } from './document-name.ts'
import { inThrees } from './number.ts'
import { Problem, secondsUntil } from './problem.ts'
import { findEntered } from './recovery-case.ts'
import type { SignedIn } from './signed-in.ts'
import { newId } from './tokens.ts'

/**
 * Takes a scan of the person: looked at, shown to the virus scanner, sealed. Nothing of it stays when any of that refuses it. Refuses with
 * `document-refused` and why, `too-many-documents`, `too-many-tries`, `too-large`, `too-slow`, `busy`, `unavailable` or `out-of-order`.
 */
export async function addDocument(deps: Deps, ask: { caseId: string; name: string; upload: AsyncIterable<Uint8Array>; visit: Visit }) {
  const now = deps.clock.now()
  const { row, contact } = await findEntered(deps, ask.caseId)
  step(row, 'add-document', 'person', now)
  const { perCase } = deps.config.rules.documents
  if (((await deps.store.countDocuments([row.id])).get(row.id) ?? 0) >= perCase) throw new Problem('too-many-documents')
  await demandRoom(deps)

  return await ofTheDay(deps, contact.id, now, () =>
    deps.documents.take(ask.upload, async (whole) => {
      const { type, content } = await deps.documents.inspect(whole)
      await deps.documents.scan(whole)
      const id = newId(deps, 'doc')
      const { file, key } = await deps.documents.vault.write(id, content)
      const document: CaseDocument = {
        id,
        caseId: row.id,
        name: displayName(ask.name, type),
        type,
        bytes: content.length,
        sha256: hash('sha256', content, 'buffer'),
        file,
        keySealed: deps.sealer.seal('document', id, key),
        at: now,
        removedAt: null,
      }
      try {
        await deps.store.commit(
          deps.store.whileCaseStays(row),
          deps.store.addDocument(document, perCase),
          enterInHistory(deps, row.id, 'document-added', 'person', now, { name: contact.name, text: document.name }),
          note(deps, contact, 'case-document-added', ask.visit, now, { number: inThrees(row.number) }),
        )
      } catch (reason) {
        await removeFile(deps, file)
        throw reason
      }
      showDesk(deps, row.id, row.state, now)
      return document
    }),
  )
}

/** There is a limit to what the installation keeps in all; the log warns before it is reached. */
async function demandRoom(deps: Deps) {
  const { bytes, quotaBytes, warnFrom } = deps.config.rules.documents
  const kept = await deps.store.sumDocuments()
  if (kept + bytes > quotaBytes) throw new Problem('unavailable')
  if (kept + bytes > warnFrom * quotaBytes) deps.log.warn({ kept, quotaBytes }, 'the room for documents is running out')
}

/** What is refused or fails is not one of the day's documents, but was a try. */
async function ofTheDay<T>(deps: Deps, contactId: string, now: number, work: () => Promise<T>): Promise<T> {
  const { perDay, tries } = deps.config.rules.documents
  const day = { key: `documents:${contactId}`, ...perDay }
  const spent = await deps.store.takeAllowances([{ key: `document-tries:${contactId}`, ...tries }, day], now)
  if (spent !== undefined) {
    const retryAfterSeconds = secondsUntil(await deps.store.allowanceEndsAt(spent, now), now)
    throw new Problem(spent === day.key ? 'too-many-documents' : 'too-many-tries', { retryAfterSeconds })
  }
  try {
    return await work()
  } catch (reason) {
    await deps.store.commit(deps.store.giveBackAllowance(day.key))
    throw reason
  }
}

/** What is left behind is found by the sweep. */
const removeFile = (deps: Deps, file: string) =>
  deps.documents.vault.remove(file).catch((reason: unknown) => deps.log.error({ err: reason, file }, 'a document was not removed'))

const findDocument = async (deps: Deps, caseId: string, documentId: string) => {
  const all = await deps.store.listDocuments(caseId)
  const at = all.findIndex(({ id }) => id === documentId)
  const document = all[at]
  if (!document) throw new Problem('not-found')
  return { document, nth: at + 1 }
}

/** The person takes a scan back, as long as the case is in their hands. Refuses with `not-found` or `out-of-order`. */
export async function removeDocument(deps: Deps, ask: { caseId: string; documentId: string; visit: Visit }) {
  const now = deps.clock.now()
  const { row, contact } = await findEntered(deps, ask.caseId)
  step(row, 'remove-document', 'person', now)
  const { document } = await findDocument(deps, row.id, ask.documentId)
  await deps.store.commit(
    deps.store.whileCaseStays(row),
    deps.store.removeDocument(document.id, now),
    enterInHistory(deps, row.id, 'document-removed', 'person', now, { name: contact.name, text: document.name }),
    note(deps, contact, 'case-document-removed', ask.visit, now, { number: inThrees(row.number) }),
  )
  await removeFile(deps, document.file)
  showDesk(deps, row.id, row.state, now)
}

/**
 * One scan for the member of the desk who holds the case, with a name for the file that is ours. Each time is an event of the
 * person. Refuses with `not-found`, `out-of-order`, `not-held`, or `unavailable` when the file does not open.
 */
export async function readDocument(deps: Deps, ask: { who: SignedIn; caseId: string; documentId: string; visit: Visit }) {
  const now = deps.clock.now()
  const row = await deps.store.findCase(ask.caseId)
  const contact = row && (await deps.store.findContact(row.contactId))
  if (!row || !contact) throw new Problem('not-found')
  const staff = ask.who.contact
  step(row, 'read-document', { desk: staff.id }, now)
  const { document, nth } = await findDocument(deps, row.id, ask.documentId)
  const key = deps.sealer.open('document', document.id, document.keySealed)
  const content = await deps.documents.vault.read(document.file, document.id, key)
  await deps.store.commit(
    deps.store.keepCase(row, staff.id, now + deps.config.rules.recovery.heldForMs),
    note(deps, contact, 'case-document-read', ask.visit, now, { number: inThrees(row.number) }, staff),
  )
  return { content, fileName: `case-${row.number}-${nth}.${document.type === 'jpeg' ? 'jpg' : document.type}` }
}

/** So many at once that nobody waits for it. */
const atOnce = 100

/** What ended long enough ago loses its documents, and what was being written when a server died is cleared away; the rows stay, with the hash. */
export async function removeOldDocuments(deps: Deps) {
  const now = deps.clock.now()
  for (;;) {
    const old = await deps.store.listOldDocuments(now - deps.config.recovery.documentsKeptMs, atOnce)
    for (const { id, file } of old) {
      await deps.store.commit(deps.store.dropDocument(id, now))
      await removeFile(deps, file)
    }
    if (old.length < atOnce) break
  }
  await removeStrays(deps, now).catch((reason: unknown) => {
    deps.log.error({ err: reason }, 'documents that nobody has were not cleared away')
  })
}

async function removeStrays(deps: Deps, now: number) {
  for await (const name of deps.documents.vault.listWrittenBefore(now - deps.config.rules.documents.strayAfterMs))
    if (!(await deps.store.isFileKept(name))) await removeFile(deps, name)
}
