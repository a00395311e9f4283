import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import type { Notices } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import css from './account-page.module.css'

type EmailChangeProps = { change: NonNullable<Notices['emailChange']>; onChanged: (changed: { email: string; count: number }) => void }

/** The second step of a new e-mail address: the code that was mailed to it; until then nothing has changed. */
export function EmailChange({ change, onChanged }: EmailChangeProps) {
  const t = useTranslations('account')
  const sentence = useFieldSentence()
  const giveUp = useAct()
  const form = useForm(
    async ({ mailedCode = '' }) => {
      const { email, endedSessions } = await call('POST /api/me/email/confirm', { body: { mailedCode } })
      onChanged({ email, count: endedSessions })
      await refresh('GET /api/me', 'GET /api/notices', 'GET /api/sessions', 'GET /api/trusted-devices')
    },
    { required: ['mailedCode'] },
  )
  const { invalid, problem } = form.wrong('mailedCode')
  return (
    <form {...form.formProps} className={`${text.stack} ${css.pending}`}>
      <p>
        {t.rich('emailPending', {
          email: change.email,
          b: (address) => <b key="email">{address}</b>,
          when: () => <When key="when" at={change.expiresAt} />,
        })}
      </p>
      <ProblemNotice problem={form.problem ?? giveUp.problem} />
      <Field
        label={t('mailedCode')}
        name="mailedCode"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        hint={t('emailEnds')}
        invalid={invalid}
        error={sentence(problem)}
      />
      <div className={text.row}>
        <Button type="submit" look="primary" busy={form.busy}>
          {t('emailConfirm')}
        </Button>
        <Button
          busy={giveUp.busy}
          onClick={() =>
            giveUp.act(async () => {
              await call('DELETE /api/me/email')
              await refresh('GET /api/notices')
              toast(t('emailGivenUp'))
            })
          }
        >
          {t('emailGiveUp')}
        </Button>
      </div>
    </form>
  )
}
