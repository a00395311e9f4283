import { useTranslations } from 'use-intl/react'
import { LeaversView } from '../features/company/leavers-view.tsx'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'

/** The contacts that have left, and what is to be looked at after them. */
export default function LeaversPage() {
  const t = useTranslations('company')
  return (
    <>
      <Heading>{t('leaversTitle')}</Heading>
      <p className={text.intro}>
        {t('leaversIntro')} <Link to={paths.help('leavers')}>{t('more')}</Link>
      </p>
      <LeaversView />
    </>
  )
}
