import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { ApiProblem } from '../../api/problem.ts'
import { answerTo } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { AccessCard } from './access-card.tsx'
import type { HereAndNow } from './contact.ts'
import { ContactVerificationCard } from './contact-verification-card.tsx'
import css from './contacts.module.css'
import { DetailsCard } from './details-card.tsx'
import { StateChips } from './state-chips.tsx'

/** One contact: who it is, how it is protected, and what an admin may do about it. */
export function ContactView({ contactId, hereAndNow }: { contactId: string; hereAndNow: HereAndNow }) {
  const t = useTranslations('contacts')
  const me = useMe()
  const { data: contact, error } = useQuery(answerTo('GET /api/contacts/:contactId', { params: { contactId } }))
  // left, of another company, or mistyped: the server tells none from the others
  if (error instanceof ApiProblem)
    return (
      <div className={text.stack}>
        <Heading>{t('title')}</Heading>
        <ProblemNotice problem={error} />
        <Link to={paths.contacts()} className={buttonClass()}>
          {t('toContacts')}
        </Link>
      </div>
    )
  if (!contact) return null
  return (
    <>
      <Heading>{contact.name}</Heading>
      <p className={`${text.intro} ${css.chips}`}>
        {contact.email}
        <Chip>{t(contact.main ? 'role-main' : `role-${contact.role}`)}</Chip>
        <StateChips contact={contact} />
        {me.contact.id === contact.id ? <Chip tone="good">{t('you')}</Chip> : null}
      </p>
      <DetailsCard contact={contact} />
      <ContactVerificationCard contact={contact} hereAndNow={hereAndNow} />
      <AccessCard contact={contact} />
      <p>
        <Link to={paths.companyActivity(contact.id)}>{t('theirActivity')}</Link>
      </p>
    </>
  )
}
