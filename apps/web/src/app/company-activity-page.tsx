import { useLocation, useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../api/call.ts'
import { EventList, type Source } from '../features/activity/event-list.tsx'
import { FilterBar } from '../features/activity/filter-bar.tsx'
import { type Filters, filtersOf, searchOf } from '../features/activity/filters.ts'
import { PersonFilter } from '../features/company/person-filter.tsx'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'

const ofCompany = (contactId: string): Source => ({
  key: `GET /api/company/activity ${contactId}`,
  ask: (query, signal) => call('GET /api/company/activity', { query: { ...query, ...(contactId && { contactId }) }, signal }),
})

/** What happened to the people of the company, newest first; the filters are kept in the address. */
export default function CompanyActivityPage() {
  const t = useTranslations('company')
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const filters = { ...filtersOf(search), person: new URLSearchParams(search).get('person') ?? '' }
  const choose = (changed: Partial<Filters & { person: string }>) =>
    void navigate(pathname + searchOf({ ...filters, ...changed }), { replace: true })
  return (
    <>
      <Heading>{t('activityTitle')}</Heading>
      <p className={text.intro}>{t('activityIntro')}</p>
      {filters.person ? <PersonFilter contactId={filters.person} onEverybody={() => choose({ person: '' })} /> : null}
      <FilterBar filters={filtersOf(search)} onChoose={choose} />
      <EventList
        key={searchOf(filters)}
        filters={filters}
        source={ofCompany(filters.person)}
        onPerson={({ id }) => choose({ person: id })}
      />
    </>
  )
}
