import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { upload } from '../../api/upload.ts'
import { useAct } from '../../api/use-act.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import text from '../../ui/text.module.css'
import type { Case } from './case-progress.ts'
import { DropZone } from './drop-zone.tsx'
import css from './recovery.module.css'
import { UploadList, useFileSize } from './upload-list.tsx'
import type { Within } from './use-entry.ts'
import { useUploads } from './use-uploads.ts'

type DocumentsCardProps = {
  found: Case
  within: Within
  onChanged: () => Promise<void>
  onUploading: (uploading: boolean) => void
}

/** The scans: what was received, and as long as the case is open the way to send more or take one back. */
export function DocumentsCard({ found: { state, documents, limits }, within, onChanged, onUploading }: DocumentsCardProps) {
  const t = useTranslations('recovery')
  const size = useFileSize()
  const [said, setSaid] = useState('')
  const { uploads, add, retry, remove } = useUploads({
    bytes: limits.bytes,
    send: (file, onSent, signal) =>
      within(() => upload('POST /api/recovery/case/documents', { query: { name: file.name.slice(-300) }, file, onSent, signal })),
    onReceived: ({ name }) => {
      setSaid(t('received', { name }))
      void onChanged().catch(() => {})
    },
  })
  const uploading = uploads.some(({ state }) => state !== 'refused')
  useEffect(() => onUploading(uploading), [uploading, onUploading])

  const isOpen = state === 'open'
  return (
    <Card title={t(isOpen ? 'documentsTitle' : 'documentsReceived')}>
      <div className={text.stack}>
        {isOpen ? (
          <>
            <p>{t('documentsAccepted', { size: size(limits.bytes), documents: limits.documents, pages: limits.pages })}</p>
            <DropZone onFiles={add} />
            <UploadList uploads={uploads} onRetry={retry} onRemove={remove} />
            {documents.length > 0 ? <h3>{t('documentsReceived')}</h3> : <p className={text.soft}>{t('noDocuments')}</p>}
          </>
        ) : null}
        {documents.length > 0 ? (
          <ul className={css.files} aria-label={t('documentsReceived')}>
            {documents.map((document) => (
              <Received
                key={document.id}
                document={document}
                removable={isOpen}
                within={within}
                onChanged={onChanged}
                onRemoved={setSaid}
              />
            ))}
          </ul>
        ) : null}
        <p className={`${text.soft} ${text.small}`}>{t('documentsSafe')}</p>
        <p role="status" className={text.visuallyHidden}>
          {said}
        </p>
      </div>
    </Card>
  )
}

type ReceivedProps = Pick<DocumentsCardProps, 'within' | 'onChanged'> & {
  document: Case['documents'][number]
  removable: boolean
  onRemoved: (said: string) => void
}

function Received({ document: { id: documentId, name, type, bytes }, removable, within, onChanged, onRemoved }: ReceivedProps) {
  const t = useTranslations('recovery')
  const size = useFileSize()
  const { busy, problem, act } = useAct()
  const remove = () =>
    act(async () => {
      await within(() => call('DELETE /api/recovery/case/documents/:documentId', { params: { documentId } }))
      onRemoved(t('removed', { name }))
      await onChanged()
      // the button that had the focus is gone with its row
      globalThis.document.getElementById('main')?.focus({ preventScroll: true })
    })
  return (
    <li>
      <div className={text.tight}>
        <b className={css.fileName}>{name}</b>
        <span className={`${text.soft} ${text.small}`}>{t('documentFact', { type: type.toUpperCase(), size: size(bytes) })}</span>
        <ProblemNotice problem={problem} />
      </div>
      {removable ? (
        <Button look="danger" busy={busy} onClick={remove}>
          {t('remove')} <span className={text.visuallyHidden}>{t('ofFile', { name })}</span>
        </Button>
      ) : null}
    </li>
  )
}
