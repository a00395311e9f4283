import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { ApiProblem } from '../../api/problem.ts'
import { answerTo } from '../../api/query-client.ts'
import { useAct } from '../../api/use-act.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import css from './desk.module.css'
import { type DeskRequest, refreshRequests } from './desk.ts'
import { RedraftForm } from './draft-form.tsx'
import { StandingChips, WaitingChip } from './labels.tsx'

/** What was written down in a call and whether it is signed; it changes by itself when the caller signs. */
export function DraftStatus({ requestId }: { requestId: string }) {
  const { data: request, error } = useQuery(answerTo('GET /api/desk/requests/:requestId', { params: { requestId } }))
  if (request) return <Draft request={request} isLink />
  return error instanceof ApiProblem ? <ProblemNotice problem={error} /> : null
}

/** The words of a draft, what became of them, and as long as nobody has signed, the ways to change them. */
export function Draft({ request, isLink = false }: { request: DeskRequest; isLink?: boolean }) {
  const t = useTranslations('desk')
  const [changing, setChanging] = useState(false)
  const [overtaken, setOvertaken] = useState<ApiProblem>()
  const { busy, problem, act } = useAct()
  const { state, number, subject, service, mayRedraft } = request
  const waits = state === 'to-sign'
  const place = useRef<HTMLDivElement>(null)
  const news = useNews(request)
  useLapse(request)

  const close = () => {
    setChanging(false)
    place.current?.focus()
  }
  const cancel = () =>
    act(async () => {
      await call('POST /api/desk/requests/:requestId/cancel', { params: { requestId: request.id } })
      await refreshRequests()
      place.current?.focus()
    })

  return (
    <div ref={place} tabIndex={-1} className={css.draft}>
      <ProblemNotice problem={problem ?? overtaken} />
      {changing && waits ? (
        <RedraftForm request={request} onClose={close} onOvertaken={setOvertaken} />
      ) : (
        <>
          <div className={css.words}>
            <b>{subject}</b>
            {service ? <span className={text.soft}>{service}</span> : null}
            <p>{request.text}</p>
          </div>
          <div className={text.row}>
            {waits ? <WaitingChip expiresAt={request.expiresAt} /> : <StandingChips request={request} />}
            {waits && mayRedraft ? (
              <>
                <Button onClick={() => setChanging(true)}>{t('redraft')}</Button>
                <Button look="danger" busy={busy} onClick={cancel}>
                  {t('cancelDraft')}
                </Button>
              </>
            ) : null}
            {isLink ? <Link to={paths.deskRequest(request.id)}>{t('openRequest', { number: inThrees(number) })}</Link> : null}
          </div>
        </>
      )}
      <p role="status" className={text.visuallyHidden}>
        {news}
      </p>
    </div>
  )
}

/** What has just become of a draft that was waiting when it was first shown, for whoever does not see the colour change. */
function useNews({ state, assurance, signature }: DeskRequest): string {
  const t = useTranslations('desk')
  const [waited] = useState(state === 'to-sign')
  if (!waited || state === 'to-sign') return ''
  if (signature === 'void') return t('signatureVoid')
  return [t(`state-${state}`), assurance && t(`assurance-${assurance}`)].filter(Boolean).join(', ')
}

/** When the time to sign is over, the server is asked what became of it; the line says nothing about time passing. */
function useLapse({ state, expiresAt }: DeskRequest) {
  useEffect(() => {
    if (state !== 'to-sign' || expiresAt === null) return
    const timer = setTimeout(() => void refreshRequests(), Math.max(0, expiresAt - Date.now()) + 500)
    return () => clearTimeout(timer)
  }, [state, expiresAt])
}
