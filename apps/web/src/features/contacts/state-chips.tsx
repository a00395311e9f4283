import { useTranslations } from 'use-intl/react'
import { Chip } from '../../ui/chip.tsx'
import type { Contact } from './contact.ts'
import css from './contacts.module.css'

/** What is to be known beside the switch: a state between ON and OFF, and whether the person may sign in at all. */
export function StateChips({ contact: { active, verification } }: { contact: Pick<Contact, 'active' | 'verification'> }) {
  const t = useTranslations('contacts')
  if (active && (verification === 'on' || verification === 'off')) return null
  return (
    <span className={css.chips}>
      {active ? null : <Chip>{t('inactive')}</Chip>}
      {verification === 'required' ? <Chip tone="warn">{t('required')}</Chip> : null}
      {verification === 'seen' ? <Chip tone="warn">{t('seen')}</Chip> : null}
    </span>
  )
}
