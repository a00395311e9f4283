import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMe } from '../api/session.ts'
import { ApiContactsCard } from '../features/api-contacts/api-contacts-card.tsx'
import css from '../features/contacts/contacts.module.css'
import { InvitationsCard } from '../features/contacts/invitations-card.tsx'
import { InviteDialog } from '../features/contacts/invite-dialog.tsx'
import { PeopleCard } from '../features/contacts/people-card.tsx'
import { Button } from '../ui/button.tsx'
import { Heading } from '../ui/heading.tsx'
import { hereAndNow } from './here-and-now.tsx'

/** Who can get into the account of the company: its people, those invited, and its programs. */
export default function ContactsPage() {
  const t = useTranslations('contacts')
  const { company } = useMe()
  const [inviting, setInviting] = useState(false)
  return (
    <>
      <div className={css.head}>
        <div>
          <Heading>{t('title')}</Heading>
          <p>{t('intro', { company: company.name })}</p>
        </div>
        <Button look="primary" onClick={() => setInviting(true)}>
          {t('invite')}
        </Button>
      </div>
      <PeopleCard hereAndNow={hereAndNow} onInvite={() => setInviting(true)} />
      <InvitationsCard />
      {/* programs are for customers */}
      {company.operator ? null : (
        <Suspense>
          <ApiContactsCard />
        </Suspense>
      )}
      <InviteDialog open={inviting} onClose={() => setInviting(false)} />
    </>
  )
}
