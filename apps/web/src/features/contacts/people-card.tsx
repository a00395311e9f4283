import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../../api/problem.ts'
import { answerTo } from '../../api/query-client.ts'
import { groupPhone } from '../../i18n/phone.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { InlineSelect } from '../../ui/inline-select.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import { Switch } from '../../ui/switch.tsx'
import text from '../../ui/text.module.css'
import { type Contact, type HereAndNow, isOn } from './contact.ts'
import css from './contacts.module.css'
import { type ListQuery, type Sort, useListQuery } from './list-query.ts'
import { StateChips } from './state-chips.tsx'
import { VerificationDialog } from './verification-dialog.tsx'

type PeopleCardProps = { hereAndNow: HereAndNow; onInvite: () => void }

/** The people of the company: searched, sorted, a page at a time, each with the switch of their verification. */
export function PeopleCard({ hereAndNow, onInvite }: PeopleCardProps) {
  const t = useTranslations('contacts')
  const { query, change } = useListQuery()
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...answerTo('GET /api/contacts', { query }),
    placeholderData: keepPreviousData,
  })
  const [switching, setSwitching] = useState<Contact>()

  return (
    <>
      <Card
        title={t('people')}
        action={
          <div className={css.tools}>
            {data ? <span className={text.soft}>{t('withVerification', { on: data.withVerification, people: data.people })}</span> : null}
            <Filters query={query} onChange={change} />
            <SearchBox label={t('search')} value={query.search ?? ''} onSearch={(search) => change({ search })} />
          </div>
        }
        wide={
          data && data.contacts.length > 0 ? (
            <div className={isPlaceholderData ? css.loading : undefined} aria-busy={isPlaceholderData}>
              <People contacts={data.contacts} query={query} onChange={change} onSwitch={setSwitching} />
              <Pager
                name={t('pages')}
                where={t('page', { page: query.page, pages: data.pages })}
                previous={t('previousPage')}
                next={t('nextPage')}
                page={query.page}
                pages={data.pages}
                onPage={(page) => change({ page })}
              />
            </div>
          ) : undefined
        }
      >
        {error instanceof ApiProblem ? (
          <div className={text.stack}>
            <ProblemNotice problem={error} />
            <Button onClick={() => void refetch()}>{t('tryAgain')}</Button>
          </div>
        ) : data?.contacts.length === 0 ? (
          <NobodyFound query={query} onChange={change} onInvite={onInvite} />
        ) : null}
      </Card>
      <p role="status" className={text.visuallyHidden}>
        {data && !isPlaceholderData ? t('found', { count: data.found }) : ''}
      </p>
      <VerificationDialog contact={switching} hereAndNow={hereAndNow} onClose={() => setSwitching(undefined)} />
    </>
  )
}

type Change = (changes: Partial<ListQuery>) => void

function Filters({ query, onChange }: { query: ListQuery; onChange: Change }) {
  const t = useTranslations('contacts')
  return (
    <>
      <InlineSelect
        label={t('filter')}
        value={query.verification ?? ''}
        onChange={({ target }) => onChange({ verification: target.value === 'on' || target.value === 'off' ? target.value : undefined })}
        options={[
          { value: '', label: t('filter-all') },
          { value: 'on', label: t('filter-on') },
          { value: 'off', label: t('filter-off') },
        ]}
      />
      {/* the heads of the table do this where they are seen */}
      <InlineSelect
        className={css.sorting}
        label={t('sortBy')}
        value={`${query.sort} ${query.order}`}
        onChange={({ target }) => {
          const [sort, order] = target.value.split(' ') as [Sort, ListQuery['order']]
          onChange({ sort, order })
        }}
        options={[
          { value: 'name up', label: t('sort-name-up') },
          { value: 'name down', label: t('sort-name-down') },
          { value: 'email up', label: t('sort-email-up') },
          { value: 'email down', label: t('sort-email-down') },
          { value: 'last-sign-in down', label: t('sort-latest') },
          { value: 'last-sign-in up', label: t('sort-oldest') },
        ]}
      />
    </>
  )
}

type PeopleProps = { contacts: readonly Contact[]; query: ListQuery; onChange: Change; onSwitch: (contact: Contact) => void }

function People({ contacts, query, onChange, onSwitch }: PeopleProps) {
  const t = useTranslations('contacts')
  const sortBy = (sort: Sort, first: ListQuery['order'] = 'up') => {
    const order = query.sort === sort ? query.order : undefined
    const other = order === 'up' ? 'down' : 'up'
    return { order, onSort: () => onChange({ sort, order: order ? other : first }) }
  }
  const columns: Column<Contact>[] = [
    {
      id: 'name',
      head: t('name'),
      sort: sortBy('name'),
      cell: ({ id, name, email }) => (
        <div className={`${text.tight} ${css.name}`}>
          <Link to={paths.contact(id)}>{name}</Link>
          <span className={`${text.soft} ${text.small}`}>{email}</span>
        </div>
      ),
    },
    {
      id: 'phone',
      head: t('phone'),
      plain: true,
      cell: ({ phone }) => (phone ? <span className={css.phone}>{groupPhone(phone)}</span> : null),
    },
    { id: 'role', head: t('role'), plain: true, cell: (contact) => <Chip>{t(contact.main ? 'role-main' : `role-${contact.role}`)}</Chip> },
    {
      id: 'last',
      head: t('lastSignIn'),
      sort: sortBy('last-sign-in', 'down'),
      cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('never') : <When at={lastSignInAt} />),
    },
    { id: 'state', head: t('state'), plain: true, cell: (contact) => <StateChips contact={contact} /> },
    {
      id: 'verification',
      head: t('verification'),
      action: 'with-head',
      cell: (contact) => <Switch on={isOn(contact)} aria-label={t('switchOf', { name: contact.name })} onClick={() => onSwitch(contact)} />,
    },
  ]
  return <DataTable name={t('people')} columns={columns} rows={contacts} />
}

function NobodyFound({ query, onChange, onInvite }: { query: ListQuery; onChange: Change; onInvite: () => void }) {
  const t = useTranslations('contacts')
  if (query.search || query.verification || query.page > 1)
    return (
      <div className={text.stack}>
        <p>{query.search ? t('noneFor', { search: query.search }) : t('noneHere')}</p>
        <Button onClick={() => onChange({ search: '', verification: undefined })}>{t('showAll')}</Button>
      </div>
    )
  return (
    <div className={text.stack}>
      <p>{t('nobody')}</p>
      <Button look="primary" onClick={onInvite}>
        {t('invite')}
      </Button>
    </div>
  )
}
