import type { CheckItem } from '@porta/shared'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { ApiProblem } from '../../api/problem.ts'
import { useForm } from '../../api/use-form.ts'
import { CodeInput } from '../../i18n/code-input.tsx'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Check } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { toast } from '../../ui/toaster.tsx'
import css from './desk.module.css'
import { type DeskCase, isOvertaken, refreshCases } from './desk.ts'

/** The checklist, which is the same each time, and the approval: with all of it, a reason and a fresh code. */
export function DecisionCard({ recoveryCase, onDone }: { recoveryCase: DeskCase; onDone: () => void }) {
  const t = useTranslations('desk')
  const sentence = useFieldSentence()
  const { id: caseId, checklist, state } = recoveryCase
  const [checked, setChecked] = useState<readonly CheckItem[]>([])
  const form = useForm(
    async ({ reason = '', code = '' }) => {
      if (!checklist.every((item) => checked.includes(item))) throw new ApiProblem('checklist-incomplete')
      const body = { checked: [...checked], reason, code }
      const { state: now } = await call('POST /api/desk/recovery-cases/:caseId/approve', { params: { caseId }, body })
      toast(t(now === 'cooling' ? 'approvedTwice' : 'approvedOnce'))
      await refreshCases()
      onDone()
    },
    {
      required: ['reason', 'code'],
      refused: (problem) => {
        if (isOvertaken(problem)) void refreshCases()
        return false
      },
    },
  )
  const tick = (item: CheckItem, on: boolean) => setChecked(on ? [...checked, item] : checked.filter((other) => other !== item))
  return (
    <Card title={t(state === 'second-review' ? 'decideSecond' : 'decideFirst')} note={t('decideNote')}>
      <form {...form.formProps} className={css.write}>
        <ProblemNotice problem={form.problem} />
        <fieldset className={css.checklist}>
          <legend>{t('checklist')}</legend>
          {checklist.map((item) => (
            <Check
              key={item}
              label={t(`check-${item}`)}
              hint={t(`checkHint-${item}`)}
              checked={checked.includes(item)}
              onChange={({ target }) => tick(item, target.checked)}
            />
          ))}
        </fieldset>
        <TextArea
          label={t('approvalReason')}
          name="reason"
          rows={3}
          hint={t('approvalReasonHint')}
          maxLength={2000}
          invalid={form.wrong('reason').invalid}
          error={sentence(form.wrong('reason').problem)}
        />
        <CodeInput form={form} />
        <Button type="submit" look="primary" busy={form.busy}>
          {t('approve')}
        </Button>
      </form>
    </Card>
  )
}
