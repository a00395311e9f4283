import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { NewApiContact } from '../features/api-contacts/new-api-contact.tsx'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { Card } from '../ui/card.tsx'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'

/** The guided path to an API contact. */
export default function NewProgramPage() {
  const t = useTranslations('api-contacts')
  const navigate = useNavigate()
  return (
    <>
      <Heading>{t('newTitle')}</Heading>
      <p className={text.intro}>
        {t('newIntro')} <Link to={paths.help('programs')}>{t('whatFor')}</Link>
      </p>
      <Card title={t('path')}>
        <NewApiContact onLeave={() => void navigate(paths.contacts())} />
      </Card>
    </>
  )
}
