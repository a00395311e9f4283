import type { CaseState } from '@porta/shared'
import { useTranslations } from 'use-intl/react'
import { Chip } from '../../ui/chip.tsx'

const tones: Partial<Record<CaseState, 'good' | 'warn'>> = { cooling: 'good', completed: 'good', open: 'warn' }

/** The state of a case in a word or two. */
export function StateChip({ state }: { state: CaseState }) {
  const t = useTranslations('recovery')
  return <Chip tone={tones[state]}>{t(`state-${state}`)}</Chip>
}
