import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { ActForm } from '../../i18n/act-form.tsx'
import { When } from '../../i18n/when.tsx'
import { Button } from '../../ui/button.tsx'
import { Actions, Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { type ApiContact, refreshApiContacts } from './api-contact.ts'
import { ValuesToPaste } from './values-to-paste.tsx'

type Changed = Reply<'POST /api/api-contacts/:contactId/password'>
type NewPasswordDialogProps = { apiContact: Pick<ApiContact, 'id' | 'name' | 'login'> | undefined; onClose: () => void }

/** A new password for a program, seen this once; the old one goes on for a day, so that the program need not stop. */
export function NewPasswordDialog({ apiContact, onClose }: NewPasswordDialogProps) {
  const t = useTranslations('api-contacts')
  return (
    <Dialog open={apiContact !== undefined} onClose={onClose} title={apiContact ? t('changePasswordOf', { name: apiContact.name }) : ''}>
      {apiContact ? <NewPassword apiContact={apiContact} onClose={onClose} /> : null}
    </Dialog>
  )
}

function NewPassword({
  apiContact: { id: contactId, login },
  onClose,
}: NewPasswordDialogProps & { apiContact: Pick<ApiContact, 'id' | 'name' | 'login'> }) {
  const t = useTranslations('api-contacts')
  const [changed, setChanged] = useState<Changed>()
  const change = async (proof: { code?: string; password?: string }) => {
    setChanged(await call('POST /api/api-contacts/:contactId/password', { params: { contactId }, body: proof }))
    await refreshApiContacts()
  }
  if (!changed) return <ActForm intro={t('changeText')} submit={t('changePassword')} send={change} onClose={onClose} />
  return (
    <div className={text.stack}>
      <Notice tone="warn" role="status">
        <p>{t('onlyNow')}</p>
        <p>{t.rich('oldUntil', { when: () => <When key="when" at={changed.oldPasswordUntil} /> })}</p>
      </Notice>
      <ValuesToPaste values={{ login, password: changed.password }} />
      <Actions>
        <Button look="primary" onClick={onClose}>
          {t('stored')}
        </Button>
      </Actions>
    </div>
  )
}
