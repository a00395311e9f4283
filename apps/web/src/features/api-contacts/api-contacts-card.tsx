import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { answer } from '../../api/query-client.ts'
import { When } from '../../i18n/when.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import text from '../../ui/text.module.css'
import { type ApiContact, endsSoon } from './api-contact.ts'
import css from './api-contacts.module.css'
import { NewPasswordDialog } from './new-password-dialog.tsx'

/** The programs of the company that speak to the old interface. */
export function ApiContactsCard() {
  const t = useTranslations('api-contacts')
  const { apiContacts } = useSuspenseQuery(answer('GET /api/api-contacts')).data
  const [changing, setChanging] = useState<ApiContact>()
  const end = ({ expiresAt }: ApiContact) => (expiresAt === null ? t('noPassword') : <When at={expiresAt} />)

  const columns: Column<ApiContact>[] = [
    {
      id: 'name',
      head: t('name'),
      cell: ({ id, name, createdBy }) => (
        <div className={`${text.tight} ${css.name}`}>
          <Link to={paths.program(id)}>{name}</Link>
          <span className={`${text.soft} ${text.small}`}>{t('madeBy', { by: createdBy })}</span>
        </div>
      ),
    },
    { id: 'lastUse', head: t('lastUse'), cell: ({ lastUse }) => (lastUse ? <When at={lastUse.at} /> : t('never')) },
    {
      id: 'expires',
      head: t('passwordEnds'),
      cell: (apiContact) => (endsSoon(apiContact) ? <Chip tone="warn">{end(apiContact)}</Chip> : end(apiContact)),
    },
    {
      id: 'actions',
      head: t('actions'),
      action: true,
      below: true,
      cell: (apiContact) => (
        <Button aria-label={t('changePasswordOf', { name: apiContact.name })} onClick={() => setChanging(apiContact)}>
          {t('changePassword')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <Card
        title={t('title')}
        note={t('note')}
        action={
          <Link to={paths.newProgram()} className={buttonClass()}>
            {t('make')}
          </Link>
        }
        wide={apiContacts.length > 0 ? <DataTable name={t('title')} columns={columns} rows={apiContacts} /> : undefined}
      >
        {apiContacts.length === 0 ? (
          <p className={`${text.soft} ${text.small}`}>
            {t('none')} <Link to={paths.help('programs')}>{t('whatFor')}</Link>
          </p>
        ) : null}
      </Card>
      <NewPasswordDialog apiContact={changing} onClose={() => setChanging(undefined)} />
    </>
  )
}
