import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useParams } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../../api/problem.ts'
import { answerTo } from '../../api/query-client.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { OnDay } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import css from './desk.module.css'
import { type DeskRequest, isOvertaken, refreshRequests } from './desk.ts'
import { StandingChips } from './labels.tsx'
import { RequestHistory } from './request-history.tsx'
import { SignedCard } from './signed-card.tsx'
import { WorkCard } from './work-card.tsx'

/** One request of a customer: exactly what was signed, and what the desk does about it. */
export default function RequestPage() {
  const t = useTranslations('desk')
  const { requestId = '' } = useParams()
  const { data: request, error } = useQuery(answerTo('GET /api/desk/requests/:requestId', { params: { requestId } }))
  if (request) return <Request key={request.id} request={request} />
  if (!(error instanceof ApiProblem)) return null
  return (
    <div className={text.stack}>
      <Heading>{t('requestsTitle')}</Heading>
      <ProblemNotice problem={error} />
      <Link to={paths.deskRequests()} className={buttonClass()}>
        {t('toQueue')}
      </Link>
    </div>
  )
}

function Request({ request }: { request: DeskRequest }) {
  const t = useTranslations('desk')
  const { number, company, by, source, careUntil } = request
  const [overtaken, setOvertaken] = useState<ApiProblem>()
  const place = useRef<HTMLDivElement>(null)

  /** Does it; where somebody was faster, that is said above what is now true. */
  const attempt = async (does: () => Promise<unknown>) => {
    setOvertaken(undefined)
    try {
      await does()
    } catch (error) {
      if (!isOvertaken(error)) throw error
      setOvertaken(error)
    }
    await refreshRequests()
    // what had the focus is often gone with the act; after a dialog has given it back
    setTimeout(() => {
      if (!document.activeElement || document.activeElement === document.body) place.current?.focus()
    })
  }
  return (
    <>
      <p className={css.back}>
        <Link to={paths.deskRequests()}>{t('toQueue')}</Link>
      </p>
      <Heading>{request.subject}</Heading>
      <p className={text.intro}>
        <span className={css.number}>{inThrees(number)}</span> · {company} · {by} · {t(`source-${source}`)}
      </p>
      <div ref={place} tabIndex={-1} className={css.notices}>
        <p className={css.chips}>
          <StandingChips request={request} />
        </p>
        <ProblemNotice problem={overtaken}>{overtaken ? t('overtaken') : null}</ProblemNotice>
        {careUntil === null ? null : (
          <Notice tone="warn">
            <p>{t.rich('careText', { day: () => <OnDay key="day" at={careUntil} /> })}</p>
          </Notice>
        )}
      </div>
      <SignedCard request={request} />
      <WorkCard request={request} attempt={attempt} />
      <RequestHistory request={request} />
    </>
  )
}
