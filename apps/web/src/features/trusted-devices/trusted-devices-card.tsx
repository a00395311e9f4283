import { useSuspenseQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { answer, refresh } from '../../api/query-client.ts'
import { useAct } from '../../api/use-act.ts'
import { ClientCell } from '../../i18n/client-cell.tsx'
import { useClientName } from '../../i18n/client-name.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { When } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import { ForgetAllDialog } from './forget-all-dialog.tsx'

type Device = Reply<'GET /api/trusted-devices'>['devices'][number]

/** The browsers where the code is not asked for, and the ways to forget them. */
export function TrustedDevicesCard() {
  const t = useTranslations('trusted-devices')
  const { devices } = useSuspenseQuery(answer('GET /api/trusted-devices')).data
  const [asking, setAsking] = useState(false)
  const title = useRef<HTMLHeadingElement>(null)
  const { busy, problem, act } = useAct()
  const clientName = useClientName()

  const forget = (device: Device) =>
    act(async () => {
      await call('DELETE /api/trusted-devices/:deviceId', { params: { deviceId: device.id } })
      await refresh('GET /api/trusted-devices')
      toast(t('forgotten'))
      title.current?.focus()
    })

  const columns: Column<Device>[] = [
    { id: 'device', head: t('device'), cell: (device) => <ClientCell client={device} chip={device.current && t('thisDevice')} /> },
    { id: 'firstSeen', head: t('firstSeen'), cell: (device) => <When at={device.firstSeenAt} /> },
    { id: 'lastSeen', head: t('lastSeen'), cell: (device) => <When at={device.lastSeenAt} /> },
    { id: 'expires', head: t('expires'), cell: (device) => <When at={device.expiresAt} /> },
    {
      id: 'actions',
      head: t('actions'),
      action: true,
      cell: (device) => (
        <Button busy={busy} aria-label={t('forgetNamed', { device: clientName(device) })} onClick={() => forget(device)}>
          {t('forget')}
        </Button>
      ),
    },
  ]

  return (
    <>
      <Card
        title={t('title')}
        titleRef={title}
        note={devices.length > 0 ? t('note') : undefined}
        action={
          devices.length > 0 ? (
            <Button look="danger" onClick={() => setAsking(true)}>
              {t('forgetAll')}
            </Button>
          ) : undefined
        }
        wide={devices.length > 0 ? <DataTable name={t('title')} columns={columns} rows={devices} /> : undefined}
      >
        {problem || devices.length === 0 ? (
          <>
            <ProblemNotice problem={problem} />
            {devices.length === 0 ? (
              <div className={text.tight}>
                <p>{t('empty')}</p>
                <p className={`${text.soft} ${text.small}`}>{t('emptyNext')}</p>
              </div>
            ) : null}
          </>
        ) : null}
      </Card>
      <ForgetAllDialog
        open={asking}
        count={devices.length}
        onClose={() => setAsking(false)}
        onDone={() => {
          setAsking(false)
          title.current?.focus()
        }}
      />
    </>
  )
}
