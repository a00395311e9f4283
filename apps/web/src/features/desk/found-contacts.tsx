import { useQuery } from '@tanstack/react-query'
import { type Ref, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { answerTo } from '../../api/query-client.ts'
import { OnDay } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { toast } from '../../ui/toaster.tsx'
import css from './desk.module.css'
import { answerOf, type Call, type Found } from './desk.ts'
import { DraftForm } from './draft-form.tsx'
import { DraftStatus } from './draft-status.tsx'

// as long as the server lets a change be written down; it has the last word
const draftWithinMs = 3_600_000
const signed = ['sent', 'in-progress', 'done'] as const

/** The answer to a look-up, one card for each person with that number. */
export function FoundContacts({ call, ref }: { call: Call; ref: Ref<HTMLElement> }) {
  const t = useTranslations('desk')
  return (
    <section ref={ref} tabIndex={-1} className={css.found} aria-label={t('answerFor', { phone: call.phone })}>
      {call.contacts.length === 0 ? (
        <Card tone="bad" chip={<Chip tone="bad">{t('unknownNumber')}</Chip>} title={t('nobodyTitle')} note={call.phone}>
          <p>{t('nobodyText')}</p>
        </Card>
      ) : (
        call.contacts.map((contact) => (
          <FoundContact key={contact.contactId} call={call} contact={contact} alone={call.contacts.length === 1} />
        ))
      )}
    </section>
  )
}

/** What may be done about this person's call, said in one line, and the change in their words. */
function FoundContact({ call, contact, alone }: { call: Call; contact: Found; alone: boolean }) {
  const t = useTranslations('desk')
  const { maskedName, company, main, role, careUntil, request } = contact
  const because = answerOf(contact)
  const isOld = Date.now() > call.at + draftWithinMs
  const [writing, setWriting] = useState(alone && request === null)
  const { data: written } = useQuery({
    ...answerTo('GET /api/desk/requests/:requestId', { params: { requestId: request?.id ?? '' } }),
    enabled: request !== null,
  })
  const isSigned = written?.signature === 'valid' && (signed as readonly string[]).includes(written.state)
  const waits = request?.state === 'to-sign'
  const place = useRef<HTMLDivElement>(null)
  const sent = () => {
    setWriting(false)
    // the form that had the focus is gone
    place.current?.focus()
    toast(t('sentToSign'))
  }
  return (
    <Card
      tone={contact.accepted || isSigned ? 'good' : 'bad'}
      chip={
        <span className={css.chips}>
          <Chip tone={contact.accepted ? undefined : 'bad'}>{t(`found-${because}`)}</Chip>
          {careUntil === null || because === 'care' ? null : <Chip tone="warn">{t('found-care')}</Chip>}
        </span>
      }
      title={t(contact.accepted ? 'mayOrder' : 'mayNotChange')}
      label={`${maskedName} · ${company}`}
      note={`${maskedName} · ${company} · ${t(main ? 'role-main' : `role-${role}`)}`}
    >
      <div ref={place} tabIndex={-1} className={text.stack}>
        {careUntil === null ? null : <p>{t.rich('careText', { day: () => <OnDay key="day" at={careUntil} /> })}</p>}
        {isSigned ? (
          <Notice tone="good">
            <p>{t('signedOnCall')}</p>
          </Notice>
        ) : null}
        {request ? <DraftStatus requestId={request.id} /> : null}
        {isOld ? (
          request ? null : (
            <p className={text.soft}>{t('callOver')}</p>
          )
        ) : writing && !waits ? (
          <>
            <p>{t(contact.accepted ? 'draftOptional' : 'draftText')}</p>
            <DraftForm callId={call.id} contactId={contact.contactId} onDone={sent} />
          </>
        ) : waits ? null : (
          <Button look={request ? [] : 'primary'} onClick={() => setWriting(true)}>
            {t(request ? 'draftAnother' : 'draft')}
          </Button>
        )}
      </div>
    </Card>
  )
}
