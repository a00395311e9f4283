import { useTranslations } from 'use-intl/react'
import text from '../../ui/text.module.css'
import css from './requests.module.css'

export type Words = { subject: string; service: string; text: string }

/** What is asked for, to the letter. */
export function WordsOf({ words, label }: { words: Words; label: string }) {
  const t = useTranslations('requests')
  return (
    <section className={css.words} aria-label={label}>
      <p className={css.wordsSubject}>{words.subject}</p>
      {words.service ? (
        <p className={text.small}>
          <span className={text.soft}>{t('service')}:</span> {words.service}
        </p>
      ) : null}
      <p className={css.asWritten}>{words.text}</p>
    </section>
  )
}
