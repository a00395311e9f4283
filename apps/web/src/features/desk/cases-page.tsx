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
import { Chip } from '../../ui/chip.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Heading } from '../../ui/heading.tsx'
import { InlineSelect } from '../../ui/inline-select.tsx'
import { Pager } from '../../ui/pager.tsx'
import text from '../../ui/text.module.css'
import css from './desk.module.css'
import type { QueuedCase } from './desk.ts'
import { CaseStateChip } from './labels.tsx'
import { caseFilters, useCasesQuery } from './queue-query.ts'
import { useKeptFocus } from './use-kept-focus.ts'

/** The recovery cases, the one that has waited longest first. Who they are about is not shown here. */
export default function CasesPage() {
  const t = useTranslations('desk')
  const { query, change } = useCasesQuery()
  const { data, error, isPlaceholderData, refetch } = useQuery({
    ...answerTo('GET /api/desk/recovery-cases', { query }),
    placeholderData: keepPreviousData,
  })
  const list = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const keptFocus = useKeptFocus(list, title, data)
  return (
    <>
      <Heading>{t('casesTitle')}</Heading>
      <p className={text.intro}>
        {data ? t('casesWaiting', { count: data.waiting }) : t('casesIntro')}{' '}
        <Link to={paths.help('certified-form')}>{t('casesHelp')}</Link>
      </p>
      <Card
        title={t('cases')}
        titleRef={title}
        note={t('oldestCaseFirst')}
        action={
          <InlineSelect
            label={t('state')}
            value={query.state}
            onChange={({ target }) => change({ state: caseFilters.find((state) => state === target.value) })}
            options={caseFilters.map((value) => ({ value, label: t(`cases-${value}`) }))}
          />
        }
        wide={
          data && data.cases.length > 0 ? (
            <div ref={list} className={isPlaceholderData ? css.loading : undefined} aria-busy={isPlaceholderData} {...keptFocus}>
              <Cases cases={data.cases} />
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
        ) : data?.cases.length === 0 ? (
          <p>{t(query.state === 'waiting' ? 'noCasesWaiting' : 'noCasesHere')}</p>
        ) : null}
      </Card>
      <p role="status" className={text.visuallyHidden}>
        {data && !isPlaceholderData ? t('casesFound', { count: data.found }) : ''}
      </p>
    </>
  )
}

function Cases({ cases }: { cases: readonly QueuedCase[] }) {
  const t = useTranslations('desk')
  const columns: Column<QueuedCase>[] = [
    {
      id: 'number',
      head: t('case'),
      cell: ({ id, number, company }) => (
        <div className={`${text.tight} ${css.name}`}>
          <Link to={paths.deskCase(id)}>
            <span className={css.number}>{inThrees(number)}</span>
          </Link>
          <span className={`${text.soft} ${text.small}`}>{company}</span>
        </div>
      ),
    },
    {
      id: 'state',
      head: t('state'),
      plain: true,
      cell: ({ state, vouched }) => (
        <span className={css.chips}>
          <CaseStateChip state={state} />
          {vouched ? <Chip tone="good">{t('vouched')}</Chip> : null}
        </span>
      ),
    },
    { id: 'documents', head: t('documents'), cell: ({ documents }) => documents },
    { id: 'heldBy', head: t('heldBy'), cell: ({ heldBy }) => heldBy ?? t('assigned-nobody') },
    { id: 'since', head: t('since'), plain: true, cell: ({ submittedAt, openedAt }) => <When at={submittedAt ?? openedAt} /> },
  ]
  return <DataTable name={t('cases')} columns={columns} rows={cases} />
}
