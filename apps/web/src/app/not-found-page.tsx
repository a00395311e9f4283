import { useTranslations } from 'use-intl/react'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { buttonClass } from '../ui/button.tsx'
import { Heading } from '../ui/heading.tsx'
import { PlainPage } from './plain-page.tsx'

/** For any address that is none of ours. */
export default function NotFoundPage() {
  const t = useTranslations('common')
  return (
    <PlainPage>
      <Heading>{t('notFoundTitle')}</Heading>
      <p>{t('notFoundText')}</p>
      <Link to={paths.home()} className={buttonClass('primary')}>
        {t('goHome')}
      </Link>
    </PlainPage>
  )
}
