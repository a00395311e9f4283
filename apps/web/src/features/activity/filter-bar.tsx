import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import css from './activity.module.css'
import { type Filters, isDay, searchOf, topics } from './filters.ts'

type FilterBarProps = { filters: Filters; onChoose: (changed: Partial<Filters>) => void }

/** What a list of events is narrowed to: a topic and days. */
export function FilterBar({ filters, onChoose }: FilterBarProps) {
  const t = useTranslations('activity')
  const [cleared, setCleared] = useState(0)
  const clear = () => {
    onChoose({ topic: '', from: '', to: '' })
    setCleared(cleared + 1)
  }
  return (
    <search className={css.filters} aria-label={t('filters')}>
      <Select
        label={t('topic')}
        value={filters.topic}
        onChange={(event) => onChoose({ topic: event.currentTarget.value as Filters['topic'] })}
      >
        <option value="">{t('topic-all')}</option>
        {topics.map((topic) => (
          <option key={topic} value={topic}>
            {t(`topic-${topic}`)}
          </option>
        ))}
      </Select>
      <Day key={`from ${cleared}`} label={t('from')} day={filters.from} most={filters.to} onDay={(from) => onChoose({ from })} />
      <Day key={`to ${cleared}`} label={t('to')} day={filters.to} least={filters.from} onDay={(to) => onChoose({ to })} />
      {searchOf(filters) ? (
        <Button look="plain" onClick={clear}>
          {t('clear')}
        </Button>
      ) : null}
    </search>
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
