import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../../api/problem.ts'
import { answer } from '../../api/query-client.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { FoundContacts } from './found-contacts.tsx'
import { LastCalls } from './last-calls.tsx'
import { LookUpCard } from './look-up-card.tsx'

/** Somebody calls: who has that number, and what may be done about what they ask. The call at hand is kept in the address. */
export default function CallsPage() {
  const t = useTranslations('desk')
  const { search } = useLocation()
  const { data, error } = useQuery(answer('GET /api/desk/calls'))
  const asked = new URLSearchParams(search).get('call')
  const call = data?.calls.find(({ id }) => id === asked)
  const found = useRef<HTMLElement>(null)
  const seen = useRef(asked)

  // the answer to a question takes the focus; a page that is opened with one does not jump to it
  const callId = call?.id
  useEffect(() => {
    if (!callId || seen.current === callId) return
    seen.current = callId
    found.current?.focus()
  }, [callId])

  return (
    <>
      <Heading>{t('callTitle')}</Heading>
      <p className={text.intro}>
        {t('callIntro')} <Link to={paths.help('phone')}>{t('phoneRule')}</Link>
      </p>
      <LookUpCard />
      {error instanceof ApiProblem ? <ProblemNotice problem={error} /> : null}
      {call ? <FoundContacts key={call.id} call={call} ref={found} /> : null}
      {data ? <LastCalls calls={data.calls} /> : null}
    </>
  )
}
