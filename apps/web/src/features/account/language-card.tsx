import { type Language, languageNames, languages } from '@porta/shared'
import { useEffect, useId, useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { refresh } from '../../api/query-client.ts'
import { useForm, type Values } from '../../api/use-form.ts'
import { ProblemNotice } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { toast } from '../../ui/toaster.tsx'
import css from './account-page.module.css'

/** The language of screens and mails; the screens follow as soon as it is stored. */
export function LanguageCard({ language }: { language: Language }) {
  const t = useTranslations('account')
  const shown = useLocale()
  const id = useId()
  const saved = useRef(false)

  const form = useForm(async (values: Values) => {
    await call('PATCH /api/me', { body: { language: values.language as Language } })
    saved.current = true
    await refresh('GET /api/me')
    if (values.language === shown) say()
  })
  const say = () => {
    saved.current = false
    toast(t('saved'))
  }
  // said in the language that was chosen, so only once its words are here
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the words on the screen change
  useEffect(() => {
    if (saved.current) say()
  }, [shown])

  return (
    <Card title={t('languageTitle')} note={t('languageNote')}>
      <form {...form.formProps}>
        <ProblemNotice problem={form.problem} />
        <div className={css.language}>
          <label htmlFor={id}>{t('languageLabel')}</label>
          <select id={id} name="language" defaultValue={language}>
            {languages.map((each) => (
              <option key={each} value={each} lang={each}>
                {languageNames[each]}
              </option>
            ))}
          </select>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
