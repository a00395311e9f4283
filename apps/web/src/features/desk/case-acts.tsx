import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeForm } from '../../i18n/act-form.tsx'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import text from '../../ui/text.module.css'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toaster.tsx'
import { type DeskCase, isOvertaken, refreshCases } from './desk.ts'

type CaseActsProps = { recoveryCase: DeskCase; onDone: () => void }

/** What may be done to a case besides approving it: hold it, let it go, send it back, refuse it. */
export function CaseActs({ recoveryCase: { id: caseId, may, state }, onDone }: CaseActsProps) {
  const t = useTranslations('desk')
  const { busy, problem, act } = useAct()
  const [asking, setAsking] = useState<'ask-again' | 'refuse'>()
  const [overtaken, setOvertaken] = useState<ApiProblem>()
  const params = { caseId }

  const done = async (what: 'claim' | 'release' | 'ask-again' | 'refuse') => {
    setAsking(undefined)
    setOvertaken(undefined)
    toast(t(`case-${what}-done`))
    await refreshCases()
    // after a dialog has given the focus back to a button that may be gone
    setTimeout(onDone)
  }
  const hold = (what: 'claim' | 'release') =>
    act(async () => {
      try {
        await call(what === 'claim' ? 'POST /api/desk/recovery-cases/:caseId/claim' : 'POST /api/desk/recovery-cases/:caseId/release', {
          params,
        })
        await done(what)
      } catch (error) {
        if (isOvertaken(error)) void refreshCases()
        throw error
      }
    })
  /** For a question in a dialog: what came too late is said on the page, beside what is now true. */
  const attempt = async (what: 'ask-again' | 'refuse', does: () => Promise<unknown>) => {
    try {
      await does()
      await done(what)
    } catch (error) {
      if (!isOvertaken(error)) throw error
      setOvertaken(error)
      setAsking(undefined)
      await refreshCases()
    }
  }
  return (
    <>
      <ProblemNotice problem={problem ?? overtaken} />
      {may.length > 0 ? (
        <div className={text.row}>
          {may.includes('claim') ? (
            <Button look="primary" busy={busy} onClick={() => hold('claim')}>
              {t('claim')}
            </Button>
          ) : null}
          {may.includes('release') ? (
            <Button busy={busy} onClick={() => hold('release')}>
              {t('release')}
            </Button>
          ) : null}
          {may.includes('ask-again') ? <Button onClick={() => setAsking('ask-again')}>{t('askAgain')}</Button> : null}
          {may.includes('refuse') ? (
            <Button look="danger" onClick={() => setAsking('refuse')}>
              {t('refuseCase')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <Dialog open={asking !== undefined} onClose={() => setAsking(undefined)} title={asking ? t(`case-${asking}-question`) : ''}>
        {asking === 'ask-again' ? (
          <AskAgain
            onClose={() => setAsking(undefined)}
            send={(message) =>
              attempt('ask-again', () => call('POST /api/desk/recovery-cases/:caseId/ask-again', { params, body: { message } }))
            }
          />
        ) : asking === 'refuse' ? (
          <CodeForm
            danger
            intro={t(state === 'cooling' ? 'refuseCoolingText' : 'refuseCaseText')}
            submit={t('refuseCase')}
            required={['reason']}
            onClose={() => setAsking(undefined)}
            send={(code, { reason = '' }) =>
              attempt('refuse', () => call('POST /api/desk/recovery-cases/:caseId/refuse', { params, body: { reason, code } }))
            }
          >
            {(form) => <Words label={t('refusalReason')} name="reason" {...form.wrong('reason')} />}
          </CodeForm>
        ) : null}
      </Dialog>
    </>
  )
}

type WordsProps = { label: string; name: string; invalid: boolean; problem?: Parameters<ReturnType<typeof useFieldSentence>>[0] }

function Words({ label, name, invalid, problem }: WordsProps) {
  const t = useTranslations('desk')
  const sentence = useFieldSentence()
  return (
    <TextArea label={label} name={name} rows={3} hint={t('personReads')} maxLength={2000} invalid={invalid} error={sentence(problem)} />
  )
}

function AskAgain({ onClose, send }: { onClose: () => void; send: (message: string) => Promise<unknown> }) {
  const t = useTranslations('desk')
  const common = useTranslations('common')
  const form = useForm(({ message = '' }) => send(message), { required: ['message'] })
  return (
    <form {...form.formProps} className={text.stack}>
      <ProblemNotice problem={form.problem} />
      <p>{t('askAgainText')}</p>
      <Words label={t('whatIsMissing')} name="message" {...form.wrong('message')} />
      <Actions>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('askAgain')}
        </Button>
        <Button onClick={onClose}>{common('cancel')}</Button>
      </Actions>
    </form>
  )
}
