import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call, type Reply } from '../../api/call.ts'
import { useForm } from '../../api/use-form.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Link } from '../../link.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Heading } from '../../ui/heading.tsx'
import text from '../../ui/text.module.css'
import { TextArea } from '../../ui/text-area.tsx'
import css from './requests.module.css'
import { useReceiptFile } from './use-receipt-file.ts'

type Verdict = Reply<'POST /api/receipts/check'>

/** Whether a receipt is genuine, for anybody who holds one. */
export default function ReceiptPage() {
  const t = useTranslations('requests')
  const sentence = useFieldSentence()
  const [receipt, setReceipt] = useState('')
  const [verdict, setVerdict] = useState<Verdict>()
  const answer = useRef<HTMLHeadingElement>(null)
  const chooser = useRef<HTMLInputElement>(null)

  /** A verdict is about one text; with any other it is gone. */
  const show = (next: string) => {
    setReceipt(next)
    setVerdict(undefined)
  }
  const file = useReceiptFile(show)
  const form = useForm(
    async () => {
      setVerdict(await call('POST /api/receipts/check', { body: { receipt } }))
    },
    { required: ['receipt'] },
  )
  const { invalid, problem } = form.wrong('receipt')

  useEffect(() => {
    if (verdict) answer.current?.focus()
  }, [verdict])

  return (
    <>
      <Heading>{t('checkTitle')}</Heading>
      <p className={text.intro}>
        {t('checkIntro')} <Link to={paths.help('receipts')}>{t('checkHelp')}</Link>
      </p>
      <form {...form.formProps} {...file.dropProps} className={classNames(css.form, css.receipt, text.stack, file.over && css.over)}>
        <ProblemNotice problem={form.problem} />
        <TextArea
          label={t('checkLabel')}
          hint={`${t('checkHint')} ${t('checkDrop')}`}
          name="receipt"
          rows={10}
          value={receipt}
          onChange={({ target }) => show(target.value)}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          invalid={invalid}
          error={sentence(problem)}
        />
        <p role="status" className={`${text.small} ${text.soft}`}>
          {file.said === undefined ? '' : file.said === 'read' ? t('checkFileRead', { name: file.name }) : t(file.said)}
        </p>
        <div className={text.row}>
          <Button type="submit" look="primary" busy={form.busy}>
            {t('checkSubmit')}
          </Button>
          <Button onClick={() => chooser.current?.click()}>{t('checkFile')}</Button>
          <input
            ref={chooser}
            type="file"
            hidden
            accept=".txt,.asc,text/plain"
            aria-label={t('checkFile')}
            onChange={({ target }) => {
              file.read(target.files?.[0])
              // the same file, mended, can be chosen again
              target.value = ''
            }}
          />
        </div>
      </form>
      {verdict ? (
        <Card
          title={t(verdict.genuine ? 'checkGenuine' : 'checkNot')}
          titleRef={answer}
          note={t(verdict.genuine ? 'checkGenuineText' : 'checkNotText')}
          tone={verdict.genuine ? 'good' : 'bad'}
        >
          {verdict.genuine ? (
            <div className={text.stack}>
              <section aria-label={t('signedText')} className={css.full}>
                <pre className={css.statement}>{verdict.statement}</pre>
              </section>
              {verdict.keyId ? <p className={`${text.small} ${text.soft}`}>{t('checkKey', { key: verdict.keyId })}</p> : null}
            </div>
          ) : null}
        </Card>
      ) : null}
    </>
  )
}
