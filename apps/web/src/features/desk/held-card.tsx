import { useLocale, useTranslations } from 'use-intl/react'
import { groupPhone } from '../../i18n/phone.ts'
import { When } from '../../i18n/when.tsx'
import { paths } from '../../paths.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Detail, Details } from '../../ui/details.tsx'
import text from '../../ui/text.module.css'
import css from './desk.module.css'
import type { DeskCase } from './desk.ts'

type Held = NonNullable<DeskCase['held']>
type Document = Held['documents'][number]

/** Who the case is about, the form they had to sign, and their scans; only for whoever holds it. */
export function HeldCard({ caseId, held }: { caseId: string; held: Held }) {
  const t = useTranslations('desk')
  return (
    <Card title={t('heldTitle')} note={t('heldNote')}>
      <div className={text.stack}>
        <Details>
          <Detail term={t('name')}>{held.name}</Detail>
          <Detail term={t('email')}>{held.email}</Detail>
          <Detail term={t('contactPhone')}>{held.phone ? groupPhone(held.phone) : t('noPhone')}</Detail>
        </Details>
        <h3>{t('formTitle')}</h3>
        <p className={text.soft}>{t('formText')}</p>
        <pre className={css.statement}>{held.form.text}</pre>
        <h3>{t('fingerprint')}</h3>
        <code className={css.fingerprint}>{inFours(held.form.fingerprint)}</code>
        <h3>{t('documents')}</h3>
        {held.documents.length === 0 ? (
          <p className={text.soft}>{t('noDocuments')}</p>
        ) : (
          <ul className={css.documents}>
            {held.documents.map((document) => (
              <DocumentRow key={document.id} caseId={caseId} document={document} />
            ))}
          </ul>
        )}
      </div>
    </Card>
  )
}

const inFours = (fingerprint: string) => fingerprint.replace(/.{4}(?=.)/g, '$& ')

/** A scan; it is never shown here, only saved as a file. */
function DocumentRow({ caseId, document: { id, name, type, bytes, at } }: { caseId: string; document: Document }) {
  const t = useTranslations('desk')
  const language = useLocale()
  const isBig = bytes >= 1_000_000
  const unit = isBig ? 'megabyte' : 'kilobyte'
  const size = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: isBig ? 1 : 0 })
  return (
    <li>
      <div className={text.tight}>
        <span>{name}</span>
        <span className={`${text.soft} ${text.small}`}>
          {type.toUpperCase()} · {size.format(Math.max(bytes / (isBig ? 1_000_000 : 1000), 1))} · <When at={at} />
        </span>
      </div>
      <a className={buttonClass()} href={paths.deskDocument(caseId, id)} download aria-label={t('saveDocument', { name })}>
        {t('save')}
      </a>
    </li>
  )
}
