import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../../api/problem.ts'
import { answerTo } from '../../api/query-client.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { AwaitedCard } from './awaited-card.tsx'
import { DraftCard } from './draft-card.tsx'
import { HistoryCard } from './history-card.tsx'
import type { Request } from './request.ts'
import { AssuranceChip, StateChip } from './request-chips.tsx'
import css from './requests.module.css'
import { SignedCard } from './signed-card.tsx'

/** A draft that is over by our clock may still be open by the server's: it is asked now and then. */
const askAgainMs = 15_000
const isLate = (request: Request | undefined) => request?.state === 'to-sign' && (request.expiresAt ?? 0) <= Date.now()

/** One request: what was signed or is to be signed, and what happened to it. */
export default function RequestPage() {
  const { requestId = '' } = useParams()
  const { data, error, refetch } = useQuery({
    ...answerTo('GET /api/requests/:requestId', { params: { requestId } }),
    refetchInterval: ({ state }) => (isLate(state.data) ? askAgainMs : false),
  })
  if (data) return <RequestView key={data.id} request={data} />
  return error instanceof ApiProblem ? <NotShown problem={error} onAgain={() => void refetch()} /> : null
}

function RequestView({ request }: { request: Request }) {
  const t = useTranslations('requests')
  const { state, statement } = request
  return (
    <>
      <div className={css.title}>
        <Heading>{request.subject}</Heading>
        <p className={`${text.soft} ${text.numbers}`}>{t('one', { number: inThrees(request.number) })}</p>
        <p className={text.row}>
          <StateChip state={state} />
          <AssuranceChip assurance={request.assurance} />
        </p>
        {/* read aloud also when it changes while the page is open */}
        <p role="status" className={text.soft}>
          {state === 'to-sign' ? '' : t(`next-${state}`)}
        </p>
      </div>
      {state === 'to-sign' && request.maySign ? <DraftCard request={request} /> : null}
      {statement === null && !request.maySign ? <AwaitedCard request={request} /> : null}
      {statement === null ? null : <SignedCard request={request} statement={statement} />}
      <HistoryCard request={request} />
      <p className={css.onScreen}>
        <Link to={paths.requests()}>{t('all')}</Link>
      </p>
    </>
  )
}

function NotShown({ problem, onAgain }: { problem: ApiProblem; onAgain: () => void }) {
  const t = useTranslations('requests')
  return (
    <div className={text.stack}>
      <Heading>{t('notShown')}</Heading>
      <ProblemNotice problem={problem} />
      <div className={text.row}>
        <Link to={paths.requests()} className={buttonClass('primary')}>
          {t('all')}
        </Link>
        {problem.code === 'not-found' ? null : <Button onClick={onAgain}>{t('tryAgain')}</Button>}
      </div>
    </div>
  )
}
