import { useTranslations } from 'use-intl/react'
import { CopyButton } from '../../ui/copy-button.tsx'
import css from './api-contacts.module.css'

/** What the old program needs, each value with a way to copy it. */
export function ValuesToPaste({ values }: { values: Partial<Record<'login' | 'password' | 'wsdl', string>> }) {
  const t = useTranslations('api-contacts')
  return (
    <dl className={css.values}>
      {(['login', 'password', 'wsdl'] as const).map((name) => {
        const value = values[name]
        if (value === undefined) return null
        return (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <code translate="no">{value}</code>
              <CopyButton value={value} label={t(`copy-${name}`)} done={t('copied')} failed={t('copyFailed')} />
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
