import { useQuery } from '@tanstack/react-query'
import { type RefObject, useRef } from 'react'
import { useParams } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../../api/problem.ts'
import { answerTo } from '../../api/query-client.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { formatWait, ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import { Heading } from '../../ui/heading.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { useCountdown } from '../../ui/use-countdown.ts'
import { CaseActs } from './case-acts.tsx'
import { CaseHistory } from './case-history.tsx'
import { DecisionCard } from './decision-card.tsx'
import css from './desk.module.css'
import type { DeskCase } from './desk.ts'
import { HeldCard } from './held-card.tsx'
import { CaseStateChip } from './labels.tsx'

/** One recovery case: where it stands, and for whoever holds it, what to check and decide. */
export default function CasePage() {
  const t = useTranslations('desk')
  const { caseId = '' } = useParams()
  const { data, error } = useQuery(answerTo('GET /api/desk/recovery-cases/:caseId', { params: { caseId } }))
  if (data) return <Case key={data.id} recoveryCase={data} />
  if (!(error instanceof ApiProblem)) return null
  return (
    <div className={text.stack}>
      <Heading>{t('casesTitle')}</Heading>
      <ProblemNotice problem={error} />
      <Link to={paths.deskCases()} className={buttonClass()}>
        {t('toCases')}
      </Link>
    </div>
  )
}

function Case({ recoveryCase }: { recoveryCase: DeskCase }) {
  const t = useTranslations('desk')
  const { number, company, forCompany, held, may } = recoveryCase
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <>
      <p className={css.back}>
        <Link to={paths.deskCases()}>{t('toCases')}</Link>
      </p>
      <Heading>{t('caseTitle', { number: inThrees(number) })}</Heading>
      <p className={text.intro}>
        {company} · {t(forCompany ? 'forCompany' : 'forPerson')}
      </p>
      <StateCard recoveryCase={recoveryCase} title={title} />
      {held ? <HeldCard caseId={recoveryCase.id} held={held} /> : null}
      {may.includes('approve') ? <DecisionCard recoveryCase={recoveryCase} onDone={() => title.current?.focus()} /> : null}
      <CaseHistory entries={recoveryCase.entries} />
    </>
  )
}

function StateCard({ recoveryCase, title }: { recoveryCase: DeskCase; title: RefObject<HTMLHeadingElement | null> }) {
  const t = useTranslations('desk')
  const { state, openedAt, submittedAt, heldBy, heldByMe, vouchedBy } = recoveryCase
  return (
    <Card title={t('whereItStands')} titleRef={title} chip={<CaseStateChip state={state} />} note={t(`caseNow-${state}`)}>
      <div className={text.stack}>
        <FourEyes recoveryCase={recoveryCase} />
        <CoolingOff recoveryCase={recoveryCase} />
        <Details>
          <Detail term={t('opened')}>
            <When at={openedAt} />
          </Detail>
          {submittedAt === null ? null : (
            <Detail term={t('submitted')}>
              <When at={submittedAt} />
            </Detail>
          )}
          <Detail term={t('heldBy')}>
            {heldBy ?? t('assigned-nobody')}
            {heldByMe ? <Chip tone="good">{t('you')}</Chip> : null}
          </Detail>
          <Detail term={t('vouchedBy')}>{vouchedBy ?? t('nobodyVouched')}</Detail>
        </Details>
        <CaseActs recoveryCase={recoveryCase} onDone={() => title.current?.focus()} />
      </div>
    </Card>
  )
}

/** Of two approvals, which is there, and who may give the other. */
function FourEyes({ recoveryCase: { state, firstApproval } }: { recoveryCase: DeskCase }) {
  const t = useTranslations('desk')
  if (!firstApproval) return state === 'review' ? <p>{t('firstOfTwo')}</p> : null
  const { by, mine, at, reason } = firstApproval
  if (state !== 'second-review') return <p>{t.rich('firstApproval', { by, reason, when: () => <When key="when" at={at} /> })}</p>
  return (
    <Notice tone="warn">
      <p>
        <b>{t(mine ? 'anotherMust' : 'secondOfTwo')}</b>
      </p>
      <p>{mine ? t('anotherMustText', { reason }) : t.rich('firstApproval', { by, reason, when: () => <When key="when" at={at} /> })}</p>
    </Notice>
  )
}

/** How long anyone concerned can still stop what two people have approved. */
function CoolingOff({ recoveryCase: { state, coolingEndsAt } }: { recoveryCase: DeskCase }) {
  const t = useTranslations('desk')
  const ends = state === 'cooling' && coolingEndsAt !== null ? coolingEndsAt : undefined
  const left = useCountdown(ends)
  if (ends === undefined) return null
  return (
    <Notice tone="warn">
      <p role="timer" aria-live="off">
        {left > 0 ? t.rich('coolingLeft', { wait: formatWait(left), when: () => <When key="when" at={ends} /> }) : t('coolingOver')}
      </p>
      <p>{t('coolingText')}</p>
    </Notice>
  )
}
