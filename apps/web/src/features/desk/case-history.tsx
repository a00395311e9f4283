import { useTranslations } from 'use-intl/react'
import { When } from '../../i18n/when.tsx'
import { Card } from '../../ui/card.tsx'
import text from '../../ui/text.module.css'
import css from './desk.module.css'
import type { DeskCase } from './desk.ts'

/** What happened to a case, oldest first. */
export function CaseHistory({ entries }: { entries: DeskCase['entries'] }) {
  const t = useTranslations('desk')
  return (
    <Card
      title={t('history')}
      wide={
        <ol className={css.history} aria-label={t('history')}>
          {entries.map(({ id, at, kind, by, name, text: said }) => (
            <li key={id}>
              <span>
                {t(`caseEntry-${kind}`)} <span className={text.soft}>· {name || t(`by-${by}`)}</span>
              </span>
              <When at={at} />
              {said ? <p className={css.said}>{said}</p> : null}
            </li>
          ))}
        </ol>
      }
    />
  )
}
