import { useTranslations } from 'use-intl/react'
import { hasRememberedDevices, useMe } from '../api/session.ts'
import { SessionsCard } from '../features/sessions/sessions-card.tsx'
import { TrustedDevicesCard } from '../features/trusted-devices/trusted-devices-card.tsx'
import { Heading } from '../ui/heading.tsx'
import text from '../ui/text.module.css'

/** Where the person is signed in, and where the code is not asked for. */
export default function SessionsPage() {
  const t = useTranslations('sessions')
  const remembered = hasRememberedDevices(useMe())
  const shell = useTranslations('shell')
  return (
    <>
      <Heading>{shell('sessions')}</Heading>
      <p className={text.intro}>{t(remembered ? 'intro' : 'introSessionsOnly')}</p>
      <SessionsCard />
      {remembered ? <TrustedDevicesCard /> : null}
    </>
  )
}
