import { useTranslations } from 'use-intl/react'
import { useMe } from '../../api/session.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import css from './account-page.module.css'
import { LanguageCard } from './language-card.tsx'
import { groupPhone } from './phone.ts'

/** What we know about the person who is signed in, and the language we speak with them. */
export default function AccountPage() {
  const t = useTranslations('account')
  const shell = useTranslations('shell')
  const { contact, company } = useMe()
  return (
    <>
      <Heading>{shell('details')}</Heading>
      <p className={text.intro}>{t('intro')}</p>
      <Card title={t('detailsTitle')}>
        <dl className={css.details}>
          <dt>{t('name')}</dt>
          <dd>{contact.name}</dd>
          <dt>{t('company')}</dt>
          <dd>{company.name}</dd>
          <dt>{t('email')}</dt>
          <dd>{contact.email}</dd>
          <dt>{t('phone')}</dt>
          <dd>{groupPhone(contact.phone) || t('noPhone')}</dd>
          <dt>{t('role')}</dt>
          <dd>
            {t(`role-${contact.role}`)} {contact.main ? <Chip>{t('mainAccount')}</Chip> : null}
          </dd>
        </dl>
      </Card>
      <LanguageCard language={contact.language} />
    </>
  )
}
