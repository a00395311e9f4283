import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { type Me, useNotices } from '../../api/session.ts'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import css from './notices.module.css'

/** Somebody of the company has said that their device is lost: for its admins, above every page but the one that shows the cases. */
export function CompanyCasesBanner({ me }: { me: Me }) {
  const t = useTranslations('notices')
  const { pathname } = useLocation()
  const count = useNotices(me)?.companyCases ?? 0
  if (count === 0 || pathname === paths.companyCases()) return null
  return (
    <section className={css.banner} aria-label={t('companyCasesTitle', { count })}>
      <h2>{t('companyCasesTitle', { count })}</h2>
      <p>{t('companyCasesText')}</p>
      <div className={text.row}>
        <Link to={paths.companyCases()} className={buttonClass()}>
          {t('companyCasesSee')}
        </Link>
      </div>
    </section>
  )
}
