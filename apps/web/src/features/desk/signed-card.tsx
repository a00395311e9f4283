import { useTranslations } from 'use-intl/react'
import { When } from '../../i18n/when.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import css from './desk.module.css'
import type { DeskRequest } from './desk.ts'
import { Draft } from './draft-status.tsx'

/** Exactly what was signed, and whether the signature still holds; or what waits to be signed. */
export function SignedCard({ request }: { request: DeskRequest }) {
  const t = useTranslations('desk')
  const { statement, signature, signedAt } = request
  if (statement === null)
    return (
      <Card title={t('notSignedTitle')} note={t(request.state === 'to-sign' ? 'notSignedYet' : 'neverSigned')}>
        <Draft request={request} />
      </Card>
    )
  const isVoid = signature !== 'valid'
  const title = t(isVoid ? 'voidStatement' : 'signedTitle')
  return (
    <Card
      tone={isVoid ? 'bad' : undefined}
      chip={<Chip tone={isVoid ? 'bad' : 'good'}>{t(isVoid ? 'signatureVoid' : 'signatureValid')}</Chip>}
      title={title}
      note={signedAt === null ? undefined : t.rich(isVoid ? 'voidSignedAt' : 'signedAt', { when: () => <When key="when" at={signedAt} /> })}
    >
      <div className={text.stack}>
        {isVoid ? (
          <Notice tone="bad" role="alert">
            <p>
              <b>{t('voidTitle')}</b>
            </p>
            <p>{t('voidText')}</p>
          </Notice>
        ) : null}
        <section className={css.signed} aria-label={title}>
          <pre className={classNames(css.statement, isVoid && css.void)}>{statement}</pre>
        </section>
      </div>
    </Card>
  )
}
