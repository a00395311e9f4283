import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { refresh } from '../../api/query-client.ts'
import { type Me, type Notices, useNotices } from '../../api/session.ts'
import { formatWait } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import { useCountdown } from '../../ui/use-countdown.ts'
import css from './notices.module.css'

type Draft = Notices['toSign'][number]

/** What the desk has written down and waits for this person's signature, above every page but its own. */
export function ToSignBanner({ me }: { me: Me }) {
  const t = useTranslations('notices')
  const { pathname } = useLocation()
  const toSign = useNotices(me)?.toSign ?? []
  const elsewhere = toSign.filter(({ id }) => pathname !== paths.request(id))
  return (
    <>
      {/* always there, so that a screen reader hears what arrives while the page is open */}
      <p role="status" className={text.visuallyHidden}>
        {elsewhere.length > 0 ? t('toSignTitle', { count: elsewhere.length }) : ''}
      </p>
      {elsewhere.length > 0 ? (
        <section className={css.toSign} aria-label={t('toSignList')}>
          <h2>{t('toSignTitle', { count: elsewhere.length })}</h2>
          <ul>
            {elsewhere.map((draft) => (
              <DraftRow key={draft.id} draft={draft} />
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

/** The clock of this computer may be wrong, so it only tells the time; whether it is too late, the server says. */
function DraftRow({ draft: { id, subject, expiresAt } }: { draft: Draft }) {
  const t = useTranslations('notices')
  const left = useCountdown(expiresAt)
  const over = left === 0
  useEffect(() => {
    if (over) void refresh('GET /api/notices')
  }, [over])
  return (
    <li>
      <div className={text.tight}>
        <b>{subject}</b>
        {over ? null : (
          <span role="timer" aria-live="off" className={`${text.small} ${text.soft} ${text.numbers}`}>
            {t('toSignLeft', { left: formatWait(left) })}
          </span>
        )}
      </div>
      <Link to={paths.request(id)} className={buttonClass('primary')} aria-label={t('toSignReadOne', { subject })}>
        {t('toSignRead')}
      </Link>
    </li>
  )
}
