import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import type { Confirmed, Enrolment } from './enrolment.ts'
import { QrCode, TypedKey } from './secret-key.tsx'
import { StepTitle } from './step-title.tsx'
import css from './two-factor.module.css'

type ScanStepProps = { enrolment: Enrolment; onConfirmed: (confirmed: Confirmed) => void; onStartAgain: () => void; onCancel: () => void }

/** Step 2: scan the key, type a code, and say ON; typing alone activates nothing. */
export function ScanStep({ enrolment, onConfirmed, onStartAgain, onCancel }: ScanStepProps) {
  const t = useTranslations('two-factor')
  const common = useTranslations('common')
  const form = useForm(
    async ({ code = '' }) => {
      onConfirmed(await call('POST /api/two-factor/enrolment/confirm', { body: { enrolmentId: enrolment.enrolmentId, code } }))
      await refresh('GET /api/two-factor', 'GET /api/me', 'GET /api/sessions', 'GET /api/trusted-devices', 'GET /api/notices')
    },
    {
      required: ['code'],
      refused: ({ code }) => {
        // another tab may have gone on
        if (code === 'enrolment-over') void refresh('GET /api/two-factor', 'GET /api/me')
        return false
      },
    },
  )
  const over = form.problem?.code === 'enrolment-over'
  if (over)
    return (
      <div className={text.stack}>
        <ProblemNotice problem={form.problem} />
        <div className={text.row}>
          <Button look="primary" onClick={onStartAgain}>
            {t('startAgain')}
          </Button>
          <Button onClick={onCancel}>{common('cancel')}</Button>
        </div>
      </div>
    )
  return (
    <div className={css.scan}>
      <QrCode uri={enrolment.uri} />
      <div className={text.stack}>
        <div className={css.keyPart}>
          <StepTitle>{t('scanTitle')}</StepTitle>
          <p className={`${text.soft} ${text.small}`}>{t('scanText')}</p>
          <TypedKey secret={enrolment} />
        </div>
        <form {...form.formProps} className={text.stack}>
          <h3>{t('codeTitle')}</h3>
          <ProblemNotice problem={form.problem} />
          <CodeInput form={form} />
          <div className={text.row}>
            <Button type="submit" look="primary" busy={form.busy}>
              {t('activate')}
            </Button>
            <Button onClick={onCancel}>{common('cancel')}</Button>
          </div>
        </form>
      </div>
    </div>
  )
}
