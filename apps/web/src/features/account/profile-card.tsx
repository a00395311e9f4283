import { type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMe, useNotices } from '../../api/session.ts'
import { groupPhone } from '../../i18n/phone.ts'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import { Notice } from '../../ui/notice.tsx'
import text from '../../ui/text.module.css'
import { EmailChange } from './email-change.tsx'
import { EmailDialog } from './email-dialog.tsx'
import { PhoneDialog } from './phone-dialog.tsx'

/** What we know about the person, and what of it can be changed here. */
export function ProfileCard() {
  const t = useTranslations('account')
  const me = useMe()
  const { contact, company } = me
  const change = useNotices(me)?.emailChange
  const title = useRef<HTMLHeadingElement>(null)
  const [open, setOpen] = useState<'email' | 'phone'>()
  const [changed, setChanged] = useState<{ email: string; count: number }>()
  const close = () => setOpen(undefined)
  return (
    <Card title={t('detailsTitle')} titleRef={title}>
      <div className={text.stack}>
        {changed ? (
          <Notice tone="good" role="status">
            <p>{t('emailChanged', changed)}</p>
          </Notice>
        ) : null}
        <Details>
          <Row name={t('name')}>{contact.name}</Row>
          <Row name={t('company')}>{company.name}</Row>
          <Row name={t('email')} change={t('changeEmail')} onChange={() => setOpen('email')}>
            {contact.email}
          </Row>
          <Row name={t('phone')} change={t('changePhone')} onChange={() => setOpen('phone')}>
            {groupPhone(contact.phone) || t('noPhone')}
          </Row>
          <Row name={t('role')}>
            {t(`role-${contact.role}`)} {contact.main ? <Chip>{t('mainAccount')}</Chip> : null}
          </Row>
        </Details>
        {change ? (
          <EmailChange
            key={change.email}
            change={change}
            onChanged={(now) => {
              setChanged(now)
              title.current?.focus()
            }}
          />
        ) : null}
        <Link to={paths.help('changes')}>{t('helpChanges')}</Link>
      </div>
      <EmailDialog open={open === 'email'} onClose={close} />
      <PhoneDialog open={open === 'phone'} onClose={close} />
    </Card>
  )
}

type RowProps = { name: string; children: ReactNode; change?: string; onChange?: () => void }

function Row({ name, children, change, onChange }: RowProps) {
  const t = useTranslations('account')
  return (
    <Detail term={name}>
      <span>{children}</span>
      {onChange ? (
        <Button look="plain" aria-label={change} onClick={onChange}>
          {t('change')}
        </Button>
      ) : null}
    </Detail>
  )
}
