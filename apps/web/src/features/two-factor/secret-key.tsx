import { QRCodeSVG } from 'qrcode.react'
import { useTranslations } from 'use-intl/react'
import { buttonClass } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import text from '../../ui/text.module.css'
import css from './two-factor.module.css'

/** A key that may be seen now: the URI for the QR, and the same secret to be typed. */
export type SecretKey = { uri: string; key: string; issuer: string; login: string }

/** A key in groups of four, as people read long numbers. */
export const inGroups = (key: string) => (key.match(/.{1,4}/g) ?? []).join(' ')

/** The QR: always black on white with its quiet zone of four modules (ISO/IEC 18004), in the dark too. */
export function QrCode({ uri }: { uri: string }) {
  const t = useTranslations('two-factor')
  return (
    <div className={css.qr}>
      <QRCodeSVG value={uri} size={220} level="M" marginSize={4} bgColor="#ffffff" fgColor="#000000" role="img" aria-label={t('qrName')} />
    </div>
  )
}

/** The same key for those who cannot scan: to be typed, copied, or opened in the app of this phone; only typed when the phone is somebody else's. */
export function TypedKey({ secret, elsewhere = false }: { secret: SecretKey; elsewhere?: boolean }) {
  const t = useTranslations('two-factor')
  if (elsewhere) return <code className={text.key}>{inGroups(secret.key)}</code>
  return (
    <>
      <code className={text.key}>{inGroups(secret.key)}</code>
      <div className={text.row}>
        <CopyButton value={secret.key} label={t('copyKey')} done={t('copied')} failed={t('copyFailed')} />
        <a href={secret.uri} className={buttonClass()}>
          {t('openInApp')}
        </a>
      </div>
    </>
  )
}
