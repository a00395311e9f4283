import { useTranslations } from 'use-intl/react'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import text from '../../ui/text.module.css'
import type { Enrolment } from './enrolment.ts'
import { QrCode, TypedKey } from './secret-key.tsx'
import { StepTitle } from './step-title.tsx'
import css from './two-factor.module.css'

type ScanStepProps = {
  enrolment: Enrolment
  confirm: (code: string) => Promise<unknown>
  /** The key is no longer the newest: what the page knows may be old. */
  onOver: () => void
  onStartAgain: () => void
  onCancel: () => void
  /** The person whose phone it is, when that is not the one at this screen. */
  owner?: string
}

/** Step 2: scan the key, type a code, and say ON; typing alone activates nothing. */
export function ScanStep({ enrolment, confirm, onOver, onStartAgain, onCancel, owner }: ScanStepProps) {
  const t = useTranslations('two-factor')
  const common = useTranslations('common')
  const form = useForm(({ code = '' }) => confirm(code), {
    required: ['code'],
    refused: ({ code }) => {
      if (code === 'enrolment-over') onOver()
      return false
    },
  })
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
          <StepTitle>{owner ? t('scanTitleOf', { name: owner }) : t('scanTitle')}</StepTitle>
          <p className={`${text.soft} ${text.small}`}>{owner ? t('scanTextOf', { name: owner }) : t('scanText')}</p>
          <TypedKey secret={enrolment} elsewhere={owner !== undefined} />
        </div>
        <form {...form.formProps} className={text.stack}>
          <h3>{owner ? t('codeTitleOf', { name: owner }) : t('codeTitle')}</h3>
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
