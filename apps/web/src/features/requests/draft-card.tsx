import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { ApiProblem } from '../../api/problem.ts'
import { proofOf, useMe } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useForm } from '../../api/use-form.ts'
import { formatWait, ProblemNotice } from '../../i18n/problem-notice.tsx'
import { ProofForm } from '../../i18n/proof-form.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import { useCountdown } from '../../ui/use-countdown.ts'
import { type Request, refreshRequests } from './request.ts'
import css from './requests.module.css'
import { useShownWords } from './use-shown-words.ts'
import { WordsOf } from './words.tsx'

const focusMain = () => document.getElementById('main')?.focus({ preventScroll: true })

/** What the desk has written down in the person's words: read it, and sign it or not. */
export function DraftCard({ request }: { request: Request }) {
  const t = useTranslations('requests')
  const { before, markRead } = useShownWords(request)
  const [declining, setDeclining] = useState(false)
  const news = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const isNew = before !== undefined

  // the form that had the focus is gone, and what is said here comes first
  useEffect(() => {
    if (isNew) news.current?.focus()
  }, [isNew])

  const goOn = () => {
    markRead()
    title.current?.focus()
  }
  return (
    <Card title={t('draftTitle')} titleRef={title} note={t('draftNote')} tone="good">
      <div className={text.stack}>
        {before ? (
          <div ref={news} tabIndex={-1} className={css.full}>
            <Notice tone="warn" role="alert">
              <b>{t('changedTitle')}</b>
              <p>{t('changedText')}</p>
            </Notice>
          </div>
        ) : null}
        <WordsOf words={request} label={t('draftText')} />
        <p className={`${text.soft} ${text.small}`}>
          {t('draftCheck')} <Link to={paths.help('requests')}>{t('what')}</Link>
        </p>
        <TimeLeft expiresAt={request.expiresAt} />
        {before ? (
          <>
            <Button look="primary" onClick={goOn}>
              {t('changedRead')}
            </Button>
            <details className={css.before}>
              <summary>{t('changedBefore')}</summary>
              <WordsOf words={before} label={t('changedBefore')} />
            </details>
          </>
        ) : (
          <SignForm key={request.digest} request={request} onDecline={() => setDeclining(true)} />
        )}
      </div>
      <DeclineDialog requestId={request.id} open={declining} onClose={() => setDeclining(false)} />
    </Card>
  )
}

function SignForm({ request, onDecline }: { request: Request; onDecline: () => void }) {
  const t = useTranslations('requests')
  const proof = proofOf(useMe())
  const { id: requestId, digest } = request
  const form = useForm(
    async ({ [proof]: typed = '' }) => {
      try {
        await call('POST /api/requests/:requestId/sign', { params: { requestId }, body: { digest, [proof]: typed } })
      } catch (error) {
        // other words, or too late: what the screen shows is old
        if (error instanceof ApiProblem && isOld(error)) await refreshRequests()
        throw error
      }
      toast(t('draftSigned'))
      await refreshRequests()
      focusMain()
    },
    { required: [proof] },
  )
  return (
    <ProofForm
      form={form}
      intro={t(proof === 'code' ? 'draftProofCode' : 'draftProofPassword')}
      submit={t('draftSign')}
      cancel={t('decline')}
      onCancel={onDecline}
    />
  )
}

const isOld = ({ code }: ApiProblem) => code === 'changed-meanwhile' || code === 'draft-over' || code === 'request-closed'

/** The clock of this computer may be wrong, so it only tells the time; whether it is too late, the server says. */
function TimeLeft({ expiresAt }: { expiresAt: number | null }) {
  const t = useTranslations('requests')
  const left = useCountdown(expiresAt ?? undefined)
  const over = left === 0
  useEffect(() => {
    if (over) void refreshRequests()
  }, [over])
  return (
    <p role="timer" aria-live="off" className={`${text.numbers} ${css.left}`}>
      {over ? t('draftEnds') : t('draftLeft', { left: formatWait(left) })}
    </p>
  )
}

function DeclineDialog({ requestId, open, onClose }: { requestId: string; open: boolean; onClose: () => void }) {
  const t = useTranslations('requests')
  const common = useTranslations('common')
  const { busy, problem, act } = useAct()
  const decline = () =>
    act(async () => {
      await call('POST /api/requests/:requestId/decline', { params: { requestId } })
      toast(t('declined'))
      await refreshRequests()
      focusMain()
    })
  return (
    <Dialog open={open} onClose={onClose} title={t('declineTitle')}>
      <ProblemNotice problem={problem} />
      <p>{t('declineText')}</p>
      <Actions>
        <Button look="danger" busy={busy} onClick={decline}>
          {t('decline')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </Dialog>
  )
}
