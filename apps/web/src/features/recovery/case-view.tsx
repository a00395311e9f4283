import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useAct } from '../../api/use-act.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import { type Case, isOver } from './case-progress.ts'
import { DocumentsCard } from './documents-card.tsx'
import { FormCard } from './form-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { ProgressCard } from './progress-card.tsx'
import css from './recovery.module.css'
import { StateChip } from './state-chip.tsx'
import { SubmitCard } from './submit-card.tsx'
import type { Within } from './use-entry.ts'

type CaseViewProps = { found: Case; within: Within; onChanged: () => Promise<void>; onLeave: () => Promise<void> }

/** One case: where it is, the form, the documents, and what happened. */
export function CaseView({ found, within, onChanged, onLeave }: CaseViewProps) {
  const t = useTranslations('recovery')
  const leaving = useAct()
  // while files are on their way the case is not sent
  const [uploading, setUploading] = useState(false)
  const isOpen = found.state === 'open'
  return (
    <>
      <div className={css.head}>
        <div>
          <Heading>{t('title', { number: inThrees(found.number) })}</Heading>
          <p className={css.whose}>
            {[found.name, found.company].filter(Boolean).join(' · ')} <StateChip state={found.state} />
          </p>
        </div>
        <div className={text.row}>
          {isOver(found.state) ? null : <Withdraw within={within} onChanged={onChanged} />}
          <Button busy={leaving.busy} onClick={() => leaving.act(onLeave)}>
            {t('leave')}
          </Button>
        </div>
      </div>
      <ProblemNotice problem={leaving.problem} />
      <ProgressCard found={found} />
      {isOpen ? <FormCard found={found} /> : null}
      {isOpen || found.documents.length > 0 ? (
        <DocumentsCard found={found} within={within} onChanged={onChanged} onUploading={setUploading} />
      ) : null}
      {isOpen ? <SubmitCard found={found} uploading={uploading} within={within} onChanged={onChanged} /> : null}
      <HistoryCard entries={found.entries} />
    </>
  )
}

function Withdraw({ within, onChanged }: Pick<CaseViewProps, 'within' | 'onChanged'>) {
  const t = useTranslations('recovery')
  const common = useTranslations('common')
  const [asking, setAsking] = useState(false)
  const { busy, problem, act } = useAct()
  const withdraw = () =>
    act(async () => {
      await within(() => call('POST /api/recovery/case/withdraw'))
      setAsking(false)
      toast(t('withdrawDone'))
      await onChanged()
    })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('withdraw')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('withdrawTitle')}>
        <ProblemNotice problem={problem} />
        <p>{t('withdrawText')}</p>
        <Actions>
          <Button look="danger" busy={busy} onClick={withdraw}>
            {t('withdrawSubmit')}
          </Button>
          <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
        </Actions>
      </Dialog>
    </>
  )
}
