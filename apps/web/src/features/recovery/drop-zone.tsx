import { type DragEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { classNames } from '../../ui/class-names.ts'
import css from './recovery.module.css'

// a phone then turns its own picture format into JPEG
const accepted = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'

/** Where files are chosen or dropped; for the keyboard it is one file field. */
export function DropZone({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const t = useTranslations('recovery')
  const [over, setOver] = useState(false)
  const drag = (event: DragEvent, isOver: boolean) => {
    event.preventDefault()
    setOver(isOver)
  }
  return (
    <label
      className={classNames(css.drop, over && css.over)}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <input
        type="file"
        multiple
        accept={accepted}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // so that the same file can be chosen again
          currentTarget.value = ''
        }}
      />
      <b>{t('choose')}</b> <span>{t('drop')}</span>
    </label>
  )
}
