import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../../api/problem.ts'
import { answerTo } from '../../api/query-client.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Heading } from '../../ui/heading.tsx'
import { InlineSelect } from '../../ui/inline-select.tsx'
import { Pager } from '../../ui/pager.tsx'
import { SearchBox } from '../../ui/search-box.tsx'
import text from '../../ui/text.module.css'
import css from './desk.module.css'
import type { QueuedRequest } from './desk.ts'
import { AssuranceChip, RequestStateChip } from './labels.tsx'
import { assignments, assurances, states, useQueueQuery } from './queue-query.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** The requests of all customers, the one that has waited longest first; what is asked of them is kept in the address. */
export default function RequestsPage() {
  const t = useTranslations('desk')
  const { query, change } = useQueueQuery()
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...answerTo('GET /api/desk/requests', { query }),
    placeholderData: keepPreviousData,
  })
  const list = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const keptFocus = useKeptFocus(list, title, data)
  const isClosed = query.state === 'closed'
  const everything = { state: 'open', assigned: 'anybody', assurance: undefined, search: undefined } as const

  return (
    <>
      <Heading>{t('requestsTitle')}</Heading>
      <p className={text.intro}>{data ? t('counts', { open: data.open, mine: data.mine, nobodys: data.nobodys }) : t('requestsIntro')}</p>
      <Card
        title={t('queue')}
        titleRef={title}
        note={isClosed ? undefined : t('oldestFirst')}
        action={<SearchBox label={t('searchRequests')} value={query.search ?? ''} onSearch={(search) => change({ search })} />}
        wide={
          <>
            <Filters />
            {data && data.requests.length > 0 ? (
              <div ref={list} className={isPlaceholderData ? css.loading : undefined} aria-busy={isPlaceholderData} {...keptFocus}>
                <Requests requests={data.requests} />
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
            ) : (
              <div className={css.empty}>
                {error instanceof ApiProblem ? (
                  <>
                    <ProblemNotice problem={error} />
                    <Button onClick={() => void refetch()}>{t('tryAgain')}</Button>
                  </>
                ) : data ? (
                  <>
                    <p>{t(data.open === 0 && !isClosed ? 'nothingOpen' : 'nothingHere')}</p>
                    {data.open > 0 ? <Button onClick={() => change(everything)}>{t('showOpen')}</Button> : null}
                  </>
                ) : null}
              </div>
            )}
          </>
        }
      />
      <p role="status" className={text.visuallyHidden}>
        {data && !isPlaceholderData ? t('found', { count: data.found }) : ''}
      </p>
    </>
  )
}

function Filters() {
  const t = useTranslations('desk')
  const { query, change } = useQueueQuery()
  const chosen = <Choice extends string>(choices: readonly Choice[], value: string) => choices.find((choice) => choice === value)
  return (
    <search className={css.filters} aria-label={t('filters')}>
      <InlineSelect
        label={t('state')}
        value={query.state}
        onChange={({ target }) => change({ state: chosen(states, target.value) })}
        options={states.map((value) => ({ value, label: t(`filter-${value}`) }))}
      />
      <InlineSelect
        label={t('assignedTo')}
        value={query.assigned}
        onChange={({ target }) => change({ assigned: chosen(assignments, target.value) })}
        options={assignments.map((value) => ({ value, label: t(`assigned-${value}`) }))}
      />
      <InlineSelect
        label={t('assurance')}
        value={query.assurance ?? ''}
        onChange={({ target }) => change({ assurance: chosen(assurances, target.value) })}
        options={[{ value: '', label: t('assurance-any') }, ...assurances.map((value) => ({ value, label: t(`assurance-${value}`) }))]}
      />
    </search>
  )
}

function Requests({ requests }: { requests: readonly QueuedRequest[] }) {
  const t = useTranslations('desk')
  const columns: Column<QueuedRequest>[] = [
    {
      id: 'subject',
      head: t('request'),
      cell: ({ id, number, subject }) => (
        <div className={`${text.tight} ${css.name}`}>
          <Link to={paths.deskRequest(id)}>{subject}</Link>
          <span className={`${text.soft} ${text.small} ${css.number}`}>{inThrees(number)}</span>
        </div>
      ),
    },
    {
      id: 'by',
      head: t('customer'),
      plain: true,
      cell: ({ company, by }) => (
        <div className={text.tight}>
          <span>{company}</span>
          <span className={`${text.soft} ${text.small}`}>{by}</span>
        </div>
      ),
    },
    {
      id: 'state',
      head: t('state'),
      plain: true,
      cell: ({ state, assurance }) => (
        <span className={css.chips}>
          <RequestStateChip state={state} />
          <AssuranceChip assurance={assurance} />
        </span>
      ),
    },
    { id: 'assigned', head: t('assignedTo'), cell: ({ assignedTo }) => assignedTo ?? t('assigned-nobody') },
    { id: 'since', head: t('since'), plain: true, cell: ({ at }) => <When at={at} /> },
  ]
  return <DataTable name={t('queue')} columns={columns} rows={requests} />
}
