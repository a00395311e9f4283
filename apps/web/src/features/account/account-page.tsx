import { useTranslations } from 'use-intl/react'
import { useMe } from '../../api/session.ts'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { LanguageCard } from './language-card.tsx'
import { ProfileCard } from './profile-card.tsx'

/** What we know about the person who is signed in, and the language we speak with them. */
export default function AccountPage() {
  const t = useTranslations('account')
  const shell = useTranslations('shell')
  const { contact } = useMe()
  return (
    <>
      <Heading>{shell('details')}</Heading>
      <p className={text.intro}>{t('intro')}</p>
      <ProfileCard />
      <LanguageCard language={contact.language} />
    </>
  )
}
