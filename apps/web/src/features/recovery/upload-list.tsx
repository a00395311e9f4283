import { useTranslations } from 'use-intl/react'
import { useFieldSentence, useProblemSentence } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import css from './recovery.module.css'
import type { Upload } from './use-uploads.ts'

/** Writes a size in bytes as people read it. */
export function useFileSize(): (bytes: number) => string {
  const t = useTranslations('recovery')
  return (bytes) =>
    bytes >= 1024 * 1024
      ? t('megabytes', { size: Math.round((bytes / 1024 / 1024) * 10) / 10 })
      : t('kilobytes', { size: Math.max(1, Math.round(bytes / 1024)) })
}

type UploadListProps = { uploads: readonly Upload[]; onRetry: (id: number) => void; onRemove: (id: number) => void }

/** Files on their way, each with how far it is, or why it was refused. */
export function UploadList({ uploads, onRetry, onRemove }: UploadListProps) {
  const t = useTranslations('recovery')
  if (uploads.length === 0) return null
  return (
    <ul className={css.files} aria-label={t('uploads')}>
      {uploads.map((upload) => (
        <Row key={upload.id} upload={upload} onRetry={() => onRetry(upload.id)} onRemove={() => onRemove(upload.id)} />
      ))}
    </ul>
  )
}

function Row({
  upload: { file, state, sent, wrong, problem },
  onRetry,
  onRemove,
}: {
  upload: Upload
  onRetry: () => void
  onRemove: () => void
}) {
  const t = useTranslations('recovery')
  const fieldSentence = useFieldSentence()
  const problemSentence = useProblemSentence()
  const size = useFileSize()
  const which = <span className={text.visuallyHidden}>{t('ofFile', { name: file.name })}</span>
  const said = { waiting: t('waiting'), sending: sent < 1 ? t('sending', { percent: Math.floor(sent * 100) }) : t('checking') }
  return (
    <li>
      <div className={css.fileBody}>
        <b className={css.fileName}>{file.name}</b>
        {state === 'refused' ? (
          <p role="alert" className={css.refused}>
            {fieldSentence(wrong) ?? (problem ? problemSentence(problem) : '')}
          </p>
        ) : (
          <>
            <span className={`${text.soft} ${text.small} ${text.numbers}`}>
              {size(file.size)} · {said[state]}
            </span>
            {state === 'sending' ? <progress max={1} value={sent < 1 ? sent : undefined} aria-label={file.name} /> : null}
          </>
        )}
      </div>
      <div className={text.row}>
        {state === 'refused' && !wrong ? (
          <Button onClick={onRetry}>
            {t('retry')} {which}
          </Button>
        ) : null}
        <Button onClick={onRemove}>
          {t(state === 'refused' ? 'dismiss' : 'cancelUpload')} {which}
        </Button>
      </div>
    </li>
  )
}
