import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useAct } from '../../api/use-act.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import type { Case } from './case-progress.ts'
import type { Within } from './use-entry.ts'

type SubmitCardProps = { found: Case; uploading: boolean; within: Within; onChanged: () => Promise<void> }

/** The last step of the person: everything is there, the desk may look at it. */
export function SubmitCard({ found: { documents }, uploading, within, onChanged }: SubmitCardProps) {
  const t = useTranslations('recovery')
  const { busy, problem, act } = useAct()
  const submit = () =>
    act(async () => {
      await within(() => call('POST /api/recovery/case/submit'))
      toast(t('submitted'))
      await onChanged()
    })
  return (
    <Card title={t('submitTitle')} note={t('submitText')}>
      <div className={text.stack}>
        <ProblemNotice problem={problem} />
        <p>{uploading ? t('submitWait') : t('submitCount', { count: documents.length })}</p>
        <Button look={documents.length > 0 ? 'primary' : []} busy={busy || uploading} onClick={submit}>
          {t('submit')}
        </Button>
      </div>
    </Card>
  )
}
