import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { answer } from '../api/query-client.ts'
import { hasRememberedDevices, useMe } from '../api/session.ts'
import { TrustedDevicesCard } from '../features/trusted-devices/trusted-devices-card.tsx'
import { ExposuresCard } from '../features/two-factor/exposures-card.tsx'
import { VerificationCard } from '../features/two-factor/verification-card.tsx'
import { Link } from '../link.tsx'
import { paths } from '../paths.ts'
import { Heading } from '../ui/heading.tsx'
import { Notice } from '../ui/notice.tsx'
import text from '../ui/text.module.css'

/** Two-factor authentication: the switch, the devices it spares, and where its key has been. */
export default function TwoFactorPage() {
  const t = useTranslations('two-factor')
  const me = useMe()
  const { mustEnrol } = me
  const { data } = useSuspenseQuery(answer('GET /api/two-factor'))
  const on = data.state === 'on'
  return (
    <>
      <Heading>{t('title')}</Heading>
      <p className={text.intro}>{t(on ? 'introOn' : 'introOff')}</p>
      {mustEnrol ? (
        <div className={text.intro}>
          <Notice tone="warn">
            <p>{t('mustEnrol')}</p>
          </Notice>
        </div>
      ) : null}
      {on && data.seenBy !== null ? (
        <div className={text.intro}>
          <Notice tone="warn">
            <p>{t('seenBy', { by: data.seenBy })}</p>
            <Link to={paths.help('new-key')}>{t('seenByHow')}</Link>
          </Notice>
        </div>
      ) : null}
      <VerificationCard state={data} />
      {/* its own boundary: the devices arriving must not hide the wizard that has just switched verification on */}
      <Suspense>
        {on && !mustEnrol && hasRememberedDevices(me) ? <TrustedDevicesCard /> : null}
        {data.exposures.length > 0 ? <ExposuresCard exposures={data.exposures} /> : null}
      </Suspense>
    </>
  )
}
