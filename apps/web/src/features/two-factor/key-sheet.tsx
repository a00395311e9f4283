import { QRCodeSVG } from 'qrcode.react'
import { useTranslations } from 'use-intl/react'
import { OnDay } from '../../i18n/when.tsx'
import { PrintSheet } from '../../ui/print-sheet.tsx'
import text from '../../ui/text.module.css'
import { inGroups, type SecretKey } from './secret-key.tsx'
import css from './two-factor.module.css'

type KeySheetProps = { secret: SecretKey; serial: string; at: number }

/** The sheet for the drawer: everything needed to bring the key onto a new phone. */
export function KeySheet({ secret, serial, at }: KeySheetProps) {
  const t = useTranslations('two-factor')
  return (
    <PrintSheet>
      <div className={css.sheet}>
        <h1>{t('sheetTitle')}</h1>
        <dl>
          <dt>{t('sheetIssuer')}</dt>
          <dd>{secret.issuer}</dd>
          <dt>{t('sheetLogin')}</dt>
          <dd>{secret.login}</dd>
          <dt>{t('sheetDate')}</dt>
          <dd>
            <OnDay at={at} />
          </dd>
          <dt>{t('sheetSerial')}</dt>
          <dd className={text.numbers}>{serial}</dd>
          <dt>{t('sheetKey')}</dt>
          <dd>{inGroups(secret.key)}</dd>
        </dl>
        <QRCodeSVG value={secret.uri} size={240} level="M" marginSize={4} role="img" aria-label={t('qrName')} />
        <section>
          <h2>{t('sheetHow')}</h2>
          <ol>
            <li>{t('sheetStep1')}</li>
            <li>{t('sheetStep2')}</li>
            <li>{t('sheetStep3')}</li>
          </ol>
        </section>
        <p className={css.drawer}>{t('sheetDrawer')}</p>
      </div>
    </PrintSheet>
  )
}
