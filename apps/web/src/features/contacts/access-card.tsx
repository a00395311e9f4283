import { type ReactNode, useState } from 'react'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useMe } from '../../api/session.ts'
import { ActDialog, type Proof } from '../../i18n/act-form.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { toast } from '../../ui/toaster.tsx'
import { type ContactInFull, refreshPeople } from './contact.ts'
import css from './contacts.module.css'

type Id = 'promote' | 'demote' | 'main' | 'endSessions' | 'deactivate' | 'activate' | 'leave'
type Act = {
  id: Id
  danger?: boolean
  send: (proof: Proof) => Promise<unknown>
}

/** What an admin may do about a contact's access, each act with a proof. What the server would refuse is said instead of offered. */
export function AccessCard({ contact }: { contact: ContactInFull }) {
  const t = useTranslations('contacts')
  const me = useMe()
  const navigate = useNavigate()
  const [asking, setAsking] = useState<Act>()
  const { id: contactId, name, role, main, active } = contact
  const params = { contactId }
  const isMe = me.contact.id === contactId

  const setRole = (to: 'admin' | 'member') => (proof: Proof) =>
    call('POST /api/contacts/:contactId/role', { params, body: { role: to, ...proof } })
  const setActive = (to: boolean) => (proof: Proof) =>
    call('POST /api/contacts/:contactId/active', { params, body: { active: to, ...proof } })
  const leave = async (proof: Proof) => {
    const { reportId } = await call('POST /api/contacts/:contactId/leave', { params, body: proof })
    await refresh('GET /api/leavers')
    await navigate(`${paths.leavers()}#${reportId}`, { replace: true })
  }

  const acts: (Act | false)[] = [
    role !== 'admin' && { id: 'promote', send: setRole('admin') },
    role === 'admin' && !main && { id: 'demote', send: setRole('member') },
    role === 'admin' &&
      !main &&
      active && { id: 'main', send: (proof) => call('POST /api/company/main-account', { body: { contactId, ...proof } }) },
    !isMe && {
      id: 'endSessions',
      send: (proof) => call('POST /api/contacts/:contactId/end-sessions', { params, body: proof }),
    },
    !isMe && !main && active && { id: 'deactivate', danger: true, send: setActive(false) },
    !active && { id: 'activate', send: setActive(true) },
    !isMe && !main && { id: 'leave', danger: true, send: leave },
  ]
  // whoever is no admin of the operator is of its desk
  const textOf = (id: Id) => t(me.company.operator && (id === 'promote' || id === 'demote') ? `${id}StaffText` : `${id}Text`)
  const titleOf = (id: Id) => t(me.company.operator && id === 'promote' ? 'promoteStaffTitle' : `${id}Title`)
  const offered = acts.filter((act) => act !== false)
  return (
    <>
      <Card
        title={t('access')}
        note={main ? t('mainStays') : isMe ? t('notYourself') : undefined}
        wide={
          <ul className={css.acts}>
            {offered.map((act) => (
              <Row key={act.id} title={titleOf(act.id)} text={textOf(act.id)}>
                <Button look={act.danger ? 'danger' : []} onClick={() => setAsking(act)}>
                  {t(act.id)}
                </Button>
              </Row>
            ))}
          </ul>
        }
      />
      <ActDialog
        open={asking !== undefined}
        title={asking ? t(`${asking.id}Question`, { name }) : ''}
        intro={asking ? textOf(asking.id) : ''}
        submit={asking ? t(asking.id) : ''}
        danger={asking?.danger ?? false}
        onClose={() => setAsking(undefined)}
        send={async (proof) => {
          if (!asking) return
          await asking.send(proof)
          toast(t(`${asking.id}Done`, { name }))
          setAsking(undefined)
          if (asking.id !== 'leave') await refreshPeople()
        }}
      >
        {() => (asking?.id === 'leave' ? <WhatEnds /> : null)}
      </ActDialog>
    </>
  )
}

const Row = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <li>
    <div>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
    {children}
  </li>
)

function WhatEnds() {
  const t = useTranslations('contacts')
  return (
    <>
      <ul className={css.points}>
        {([1, 2, 3, 4, 5] as const).map((point) => (
          <li key={point}>{t(`leavePoint${point}`)}</li>
        ))}
      </ul>
      <p>{t('leaveForGood')}</p>
    </>
  )
}
