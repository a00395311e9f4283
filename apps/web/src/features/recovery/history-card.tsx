import { useTranslations } from 'use-intl/react'
import { When } from '../../i18n/when.tsx'
import { Card } from '../../ui/card.tsx'
import text from '../../ui/text.module.css'
import type { Case } from './case-progress.ts'
import css from './recovery.module.css'

/** What happened to a case, the newest first. */
export function HistoryCard({ entries }: Pick<Case, 'entries'>) {
  const t = useTranslations('recovery')
  return (
    <Card title={t('history')}>
      <ul className={css.history}>
        {entries.toReversed().map(({ id, at, kind, by, name, text: words }) => (
          <li key={id}>
            <div className={text.tight}>
              <b>{t(`entry-${kind}`)}</b>
              {by === 'admin' && name ? <span className={`${text.soft} ${text.small}`}>{name}</span> : null}
              {words ? <p className={`${css.words} ${text.small}`}>{words}</p> : null}
            </div>
            <span className={`${text.soft} ${text.small}`}>
              <When at={at} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
