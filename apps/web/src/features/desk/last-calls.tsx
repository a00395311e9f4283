import { useTranslations } from 'use-intl/react'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import text from '../../ui/text.module.css'
import css from './desk.module.css'
import { answerOf, type Call, type Found } from './desk.ts'
import { RequestStateChip } from './labels.tsx'

type Row = { id: string; call: Call; contact: Found | undefined }
const rowsOf = (call: Call): Row[] =>
  call.contacts.length === 0
    ? [{ id: call.id, call, contact: undefined }]
    : call.contacts.map((contact) => ({ id: `${call.id} ${contact.contactId}`, call, contact }))

/** The own look-ups, newest first, a row for each person that was found. */
export function LastCalls({ calls }: { calls: readonly Call[] }) {
  const t = useTranslations('desk')
  const columns: Column<Row>[] = [
    {
      id: 'who',
      head: t('who'),
      cell: ({ call, contact }) => (
        <div className={`${text.tight} ${css.name}`}>
          <Link to={paths.deskCall(call.id)}>{contact?.maskedName ?? call.phone}</Link>
          {contact ? <span className={`${text.soft} ${text.small}`}>{contact.company}</span> : null}
        </div>
      ),
    },
    { id: 'reason', head: t('reason'), plain: true, cell: ({ call }) => call.reason },
    { id: 'result', head: t('result'), plain: true, cell: ({ contact }) => <Result contact={contact} /> },
    { id: 'when', head: t('when'), plain: true, cell: ({ call }) => <When at={call.at} /> },
  ]
  return (
    <Card
      title={t('lastCalls')}
      wide={calls.length > 0 ? <DataTable name={t('lastCalls')} columns={columns} rows={calls.flatMap(rowsOf)} /> : undefined}
    >
      {calls.length === 0 ? <p className={text.soft}>{t('noCalls')}</p> : null}
    </Card>
  )
}

function Result({ contact }: { contact: Found | undefined }) {
  const t = useTranslations('desk')
  if (!contact) return <Chip>{t('unknownNumber')}</Chip>
  if (contact.request) return <RequestStateChip state={contact.request.state} />
  return <Chip>{t(`found-${answerOf(contact)}`)}</Chip>
}
