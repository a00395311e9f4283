import { useTranslations } from 'use-intl/react'
import { isAdmin, type Me } from '../../api/session.ts'
import { useDate } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Notice } from '../../ui/notice.tsx'
import css from './notices.module.css'

/** After a lost device was helped with: what cannot be done yet, and until when. */
export function CareNotice({ me }: { me: Me }) {
  const t = useTranslations('notices')
  const date = useDate()
  // the server leaves it out when the time is over; a page that stays open says so by itself
  if (!me.careUntil || me.careUntil <= Date.now()) return null
  const until = date(me.careUntil, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <div className={css.care}>
      <Notice>
        <b>{t('careTitle', { until })}</b>
        <p>{t(isAdmin(me) ? 'careAdmin' : 'careMember')}</p>
        <p>
          <Link to={paths.help('lost-device')}>{t('careHelp')}</Link>
        </p>
      </Notice>
    </div>
  )
}
