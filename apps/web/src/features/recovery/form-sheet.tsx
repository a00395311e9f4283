import { QRCodeSVG } from 'qrcode.react'
import { useTranslations } from 'use-intl/react'
import { inThrees } from '../../i18n/in-threes.ts'
import { paths } from '../../paths.ts'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import type { Case } from './case-progress.ts'
import { inFours } from './fingerprint.ts'
import css from './form-sheet.module.css'

/** The form on paper; its QR holds the address of the page and the number, and no secret. */
export function FormSheet({ found: { number, form } }: { found: Case }) {
  const t = useTranslations('recovery')
  const address = location.origin + paths.recovery(number)
  return (
    <PrintSheet standing>
      <div className={css.sheet}>
        <header>
          <div>
            <p className={css.brand}>Porta</p>
            <h1>{t('sheetTitle')}</h1>
            <p>{t('sheetNumber')}</p>
            <p className={css.number}>{inThrees(number)}</p>
          </div>
          <QRCodeSVG
            value={address}
            size={160}
            level="M"
            marginSize={4}
            role="img"
            aria-label={t('sheetQr', { number: inThrees(number) })}
          />
        </header>
        <section>
          <h2>{t('formText')}</h2>
          <p className={css.text}>{form.text}</p>
        </section>
        <section>
          <h2>{t('fingerprint')}</h2>
          <p className={css.fingerprint}>{inFours(form.fingerprint)}</p>
        </section>
        <div className={css.lines}>
          <p>{t('sheetPlace')}</p>
          <p>{t('sheetSignature')}</p>
        </div>
        <section className={css.official}>
          <h2>{t('sheetOfficial')}</h2>
          <p>{t('sheetOfficialText')}</p>
        </section>
        <footer>
          <p>{t('sheetAfter')}</p>
          <p>
            {t('sheetAddress')}: {location.origin + paths.recovery()}
          </p>
        </footer>
      </div>
    </PrintSheet>
  )
}
