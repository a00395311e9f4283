import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMe } from '../../api/session.ts'
import { useDate } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { download } from '../../ui/download.ts'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import text from '../../ui/text.module.css'
import css from './two-factor.module.css'

const withDash = (code: string) => (code.length === 10 ? `${code.slice(0, 5)}-${code.slice(5)}` : code)

/** Ten recovery codes, seen this once, with the ways to keep them. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('two-factor')
  const date = useDate()
  const { contact } = useMe()
  const [printing, setPrinting] = useState(0)
  const shown = codes.map(withDash)
  const title = t('codesFile', { issuer: 'Porta', login: contact.email, date: date(Date.now(), { dateStyle: 'long' }) })
  const list = (
    <ol className={css.codes}>
      {shown.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ol>
  )
  const save = () => download('porta-recovery-codes.txt', new Blob([`${[title, '', ...shown].join('\n')}\n`], { type: 'text/plain' }))
  return (
    <>
      <p className={text.soft}>{t('recoveryText')}</p>
      {list}
      <div className={text.row}>
        <CopyButton value={shown.join('\n')} label={t('copyCodes')} done={t('copied')} failed={t('copyFailed')} />
        <Button onClick={save}>{t('downloadCodes')}</Button>
        <Button onClick={() => setPrinting(printing + 1)}>{t('printCodes')}</Button>
      </div>
      {printing ? (
        <PrintSheet key={printing}>
          <div className={css.sheet}>
            <h1>{t('recoveryTitle')}</h1>
            <p>{title}</p>
            {list}
          </div>
        </PrintSheet>
      ) : null}
    </>
  )
}
