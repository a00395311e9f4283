import { useTranslations } from 'use-intl/react'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import type { ApiContacts } from './api-contact.ts'
import css from './api-contacts.module.css'

/** What must hold before an API contact can be made, and where to see to what does not. */
export function Checklist({ checklist: { ownVerification, mainAccountVerification } }: Pick<ApiContacts, 'checklist'>) {
  const t = useTranslations('api-contacts')
  const items = [
    { id: 'own', holds: ownVerification, to: paths.twoFactor() },
    { id: 'main', holds: mainAccountVerification, to: paths.contacts() },
  ] as const
  return (
    <ul className={css.checklist}>
      {items.map(({ id, holds, to }) => (
        <li key={id}>
          <span className={holds ? css.done : css.missing} aria-hidden="true">
            {holds ? '✓' : '✗'}
          </span>
          <span>
            {t(`check-${id}-${holds ? 'yes' : 'no'}`)} {holds ? null : <Link to={to}>{t(`check-${id}-go`)}</Link>}
          </span>
        </li>
      ))}
    </ul>
  )
}
