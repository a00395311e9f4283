import { useTranslations } from 'use-intl/react'
import { SessionsCard } from '../features/sessions/sessions-card.tsx'
import { TrustedDevicesCard } from '../features/trusted-devices/trusted-devices-card.tsx'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'

/** Where the person is signed in, and where the code is not asked for. */
export default function SessionsPage() {
  const t = useTranslations('sessions')
  const shell = useTranslations('shell')
  return (
    <>
      <Heading>{shell('sessions')}</Heading>
      <p className={text.intro}>{t('intro')}</p>
      <SessionsCard />
      <TrustedDevicesCard />
    </>
  )
}
