import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../../api/problem.ts'
import { answerTo } from '../../api/query-client.ts'
import { isAdmin, useMe } from '../../api/session.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Heading } from '../../ui/heading.tsx'
import { InlineSelect } from '../../ui/inline-select.tsx'
import { Pager } from '../../ui/pager.tsx'
import text from '../../ui/text.module.css'
import { type ListQuery, useListQuery } from './list-query.ts'
import type { RequestInList } from './request.ts'
import { AssuranceChip, StateChip } from './request-chips.tsx'
import css from './requests.module.css'

/** The authorised requests of the person, and for admins those of the company. */
export default function RequestsPage() {
  const t = useTranslations('requests')
  const { query, change } = useListQuery()
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...answerTo('GET /api/requests', { query }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <div className={css.head}>
        <div>
          <Heading>{t('title')}</Heading>
          <p className={text.soft}>
            {t('intro')} <Link to={paths.help('requests')}>{t('what')}</Link>
          </p>
        </div>
        <Link to={paths.newRequest()} className={buttonClass('primary')}>
          {t('new')}
        </Link>
      </div>
      <Card
        title={t('list')}
        action={
          <InlineSelect
            label={t('filter')}
            value={query.state ?? ''}
            onChange={({ target }) => change({ state: target.value === 'open' || target.value === 'closed' ? target.value : undefined })}
            options={[
              { value: '', label: t('filter-all') },
              { value: 'open', label: t('filter-open') },
              { value: 'closed', label: t('filter-closed') },
            ]}
          />
        }
        wide={
          data && data.requests.length > 0 ? (
            <div className={isPlaceholderData ? css.loading : undefined} aria-busy={isPlaceholderData}>
              <List requests={data.requests} />
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
        ) : data?.requests.length === 0 ? (
          <Nothing query={query} onShowAll={() => change({ state: undefined })} />
        ) : null}
      </Card>
      <p role="status" className={text.visuallyHidden}>
        {data && !isPlaceholderData ? t('found', { count: data.found }) : ''}
      </p>
    </>
  )
}

function List({ requests }: { requests: readonly RequestInList[] }) {
  const t = useTranslations('requests')
  const me = useMe()
  const columns: Column<RequestInList>[] = [
    {
      id: 'subject',
      head: t('subject'),
      cell: ({ id, number, subject, service }) => (
        <div className={`${text.tight} ${css.subject}`}>
          <Link to={paths.request(id)}>{subject}</Link>
          <span className={`${text.soft} ${text.small} ${text.numbers}`}>{[inThrees(number), service].filter(Boolean).join(' · ')}</span>
        </div>
      ),
    },
    ...(isAdmin(me) ? [{ id: 'by', head: t('by'), cell: ({ by }: RequestInList) => by }] : []),
    { id: 'state', head: t('state'), plain: true, cell: ({ state }) => <StateChip state={state} /> },
    { id: 'assurance', head: t('assurance'), plain: true, cell: ({ assurance }) => <AssuranceChip assurance={assurance} /> },
    { id: 'changed', head: t('changed'), cell: ({ changedAt }) => <When at={changedAt} /> },
  ]
  return <DataTable name={t('list')} columns={columns} rows={requests} />
}

/** An empty list says what can be done about it. */
function Nothing({ query, onShowAll }: { query: ListQuery; onShowAll: () => void }) {
  const t = useTranslations('requests')
  if (query.state || query.page > 1)
    return (
      <div className={text.stack}>
        <p>{t(query.page > 1 ? 'emptyPage' : query.state === 'open' ? 'emptyOpen' : 'emptyClosed')}</p>
        <Button onClick={onShowAll}>{t('showAll')}</Button>
      </div>
    )
  return <p>{t('empty')}</p>
}
