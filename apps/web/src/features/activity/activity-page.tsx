import { useLocation, useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { EventList } from './event-list.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type Filters, filtersOf, searchOf } from './filters.ts'

/** What happened to the account, newest first; the filters are kept in the address. */
export default function ActivityPage() {
  const t = useTranslations('activity')
  const shell = useTranslations('shell')
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const filters = filtersOf(search)
  const choose = (changed: Partial<Filters>) => void navigate(pathname + searchOf({ ...filters, ...changed }), { replace: true })
  return (
    <>
      <Heading>{shell('activity')}</Heading>
      <p className={text.intro}>
        {t('intro')} <Link to={paths.help('activity')}>{t('help')}</Link>
      </p>
      <FilterBar filters={filters} onChoose={choose} />
      <EventList key={searchOf(filters)} filters={filters} />
    </>
  )
}
