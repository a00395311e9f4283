import type { RequestAssurance, RequestState } from '@porta/shared'
import { useTranslations } from 'use-intl/react'
import { Chip } from '../../ui/chip.tsx'

const tones: Partial<Record<RequestState, 'good' | 'warn'>> = { 'to-sign': 'warn', done: 'good', refused: 'warn', lapsed: 'warn' }

/** Where a request stands. */
export function StateChip({ state }: { state: RequestState }) {
  const t = useTranslations('requests')
  return <Chip tone={tones[state]}>{t(`state-${state}`)}</Chip>
}

/** How it is assured that the person wanted it; nothing before anybody has signed. */
export function AssuranceChip({ assurance }: { assurance: RequestAssurance | null }) {
  const t = useTranslations('requests')
  if (assurance === null) return null
  return <Chip tone={assurance === 'code' ? 'good' : undefined}>{t(`assurance-${assurance}`)}</Chip>
}
