import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Select } from '../../ui/select.tsx'
import text from '../../ui/text.module.css'
import css from './activity.module.css'
import { EventList } from './event-list.tsx'
import { type Filters, filtersOf, isDay, searchOf, topics } from './filters.ts'

/** What happened to the account, newest first; the filters are kept in the address. */
export default function ActivityPage() {
  const t = useTranslations('activity')
  const shell = useTranslations('shell')
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const filters = filtersOf(search)
  const [cleared, setCleared] = useState(0)
  const choose = (changed: Partial<Filters>) => void navigate(pathname + searchOf({ ...filters, ...changed }), { replace: true })
  const clear = () => {
    choose({ topic: '', from: '', to: '' })
    setCleared(cleared + 1)
  }
  return (
    <>
      <Heading>{shell('activity')}</Heading>
      <p className={text.intro}>
        {t('intro')} <Link to={paths.help('activity')}>{t('help')}</Link>
      </p>
      <search className={css.filters} aria-label={t('filters')}>
        <Select
          label={t('topic')}
          value={filters.topic}
          onChange={(event) => choose({ topic: event.currentTarget.value as Filters['topic'] })}
        >
          <option value="">{t('topic-all')}</option>
          {topics.map((topic) => (
            <option key={topic} value={topic}>
              {t(`topic-${topic}`)}
            </option>
          ))}
        </Select>
        <Day key={`from ${cleared}`} label={t('from')} day={filters.from} most={filters.to} onDay={(from) => choose({ from })} />
        <Day key={`to ${cleared}`} label={t('to')} day={filters.to} least={filters.from} onDay={(to) => choose({ to })} />
        {searchOf(filters) ? (
          <Button look="plain" onClick={clear}>
            {t('clear')}
          </Button>
        ) : null}
      </search>
      <EventList key={searchOf(filters)} filters={filters} />
    </>
  )
}

type DayProps = { label: string; day: string; least?: string; most?: string; onDay: (day: string) => void }

const Day = ({ label, day, least, most, onDay }: DayProps) => (
  <Field
    label={label}
    type="date"
    defaultValue={day}
    min={least || undefined}
    max={most || undefined}
    onChange={({ currentTarget: { value, validity } }) => {
      // while a date is being typed the last whole one counts
      if (isDay(value) || (value === '' && !validity.badInput)) onDay(value)
    }}
  />
)
