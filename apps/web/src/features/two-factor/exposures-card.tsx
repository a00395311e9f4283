import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useClientName } from '../../i18n/client-name.ts'
import { When } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import text from '../../ui/text.module.css'
import type { TwoFactorState } from './enrolment.ts'
import css from './two-factor.module.css'

type Exposure = TwoFactorState['exposures'][number]
const fewest = 5

/** Every time the key was shown, downloaded or printed, the last ones first. */
export function ExposuresCard({ exposures }: { exposures: readonly Exposure[] }) {
  const t = useTranslations('two-factor')
  const clientName = useClientName()
  const [all, setAll] = useState(false)
  const latestFirst = exposures.toSorted((a, b) => b.at - a.at)

  const columns: Column<Exposure>[] = [
    {
      id: 'what',
      head: t('exposureWhat'),
      cell: ({ kind, sheet }) => (
        <div className={text.tight}>
          <b>{t(`kind-${kind}`)}</b>
          {sheet ? <span className={`${text.soft} ${text.small}`}>{t('sheet', { serial: sheet })}</span> : null}
        </div>
      ),
    },
    { id: 'when', head: t('exposureWhen'), cell: ({ at }) => <When at={at} /> },
    { id: 'by', head: t('exposureBy'), cell: ({ by }) => by },
    {
      id: 'where',
      head: t('exposureWhere'),
      cell: (exposure) => [clientName(exposure), exposure.place].filter(Boolean).join(' · '),
    },
  ]
  return (
    <Card
      title={t('exposuresTitle')}
      note={t('exposuresNote')}
      wide={
        <>
          <DataTable name={t('exposuresTitle')} columns={columns} rows={all ? latestFirst : latestFirst.slice(0, fewest)} />
          {exposures.length > fewest ? (
            <div className={css.expander}>
              <Button look="plain" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? t('showFewer') : t('showAll', { count: exposures.length })}
              </Button>
            </div>
          ) : null}
        </>
      }
    />
  )
}
