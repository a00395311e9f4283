import { useTranslations } from 'use-intl/react'
import { useDate } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import type { Request } from './request.ts'
import css from './requests.module.css'

/** Exactly what was signed, by whom, when and how; with the receipt to keep. */
export function SignedCard({ request, statement }: { request: Request; statement: string }) {
  const t = useTranslations('requests')
  const date = useDate()
  const { assurance, signedAt } = request
  const isVoid = request.signature === 'void'
  return (
    <Card title={t('signedTitle')} note={t('signedNote')} tone={isVoid ? 'bad' : undefined}>
      <div className={text.stack}>
        {isVoid ? (
          <Notice tone="bad" role="alert">
            <p>{t('signatureVoidText')}</p>
          </Notice>
        ) : null}
        {/* a long line stays one: it wraps on the screen and never scrolls sideways */}
        <section aria-label={t('signedText')} className={css.full}>
          <pre className={css.statement}>{statement}</pre>
        </section>
        <Details>
          <Detail term={t('signedBy')}>{request.by}</Detail>
          {signedAt === null ? null : (
            <Detail term={t('signedAt')}>
              <time dateTime={new Date(signedAt).toISOString()}>{date(signedAt, { dateStyle: 'long', timeStyle: 'medium' })}</time>
            </Detail>
          )}
          {assurance === null ? null : <Detail term={t('signedHow')}>{t(`how-${assurance}`)}</Detail>}
          <Detail term={t('signature')}>
            <Chip tone={isVoid ? 'bad' : 'good'}>{t(isVoid ? 'signatureVoid' : 'signatureValid')}</Chip>
          </Detail>
        </Details>
        <div className={`${text.row} ${css.onScreen}`}>
          {isVoid ? null : (
            <a href={paths.requestReceipt(request.id)} download className={buttonClass()}>
              {t('receipt')}
            </a>
          )}
          <Button onClick={() => window.print()}>{t('print')}</Button>
          <Link to={paths.receipt()}>{t('receiptCheck')}</Link>
        </div>
      </div>
    </Card>
  )
}
