import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { call } from '../../api/call.ts'
import { useAct } from '../../api/use-act.ts'
import { useForm } from '../../api/use-form.ts'
import { inThrees } from '../../i18n/in-threes.ts'
import { ProblemNotice, useFieldSentence } from '../../i18n/problem-notice.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import css from '../../ui/narrow-form.module.css'

type EntryFormProps = {
  /** The number, where it is known. */
  number: string
  /** No other number is wanted: what waits for the code belongs to this case. */
  fixed?: boolean
  /** The code of this number has just been mailed. */
  codeSent?: boolean
  onEntered: () => void
}
/** The number of which a code is awaited, and what the page knows of that code. */
type Asked = { number: string; code: 'openedCode' | 'codeSentIntro' | 'codeHaveIntro' }

/** The way to the page of a case: its number, and then the code that is mailed for it. */
export function EntryForm({ number, fixed = false, codeSent = false, onEntered }: EntryFormProps) {
  const [asked, setAsked] = useState<Asked | undefined>(codeSent ? { number, code: 'openedCode' } : undefined)
  return asked ? (
    <TypeCode asked={asked} onEntered={onEntered} onOtherNumber={fixed ? undefined : () => setAsked(undefined)} />
  ) : (
    <AskForCode number={number} fixed={fixed} onAsked={setAsked} />
  )
}

const sendCode = (number: string) => call('POST /api/recovery/code', { body: { number } })

type AskForCodeProps = { number: string; fixed: boolean; onAsked: (asked: Asked) => void }

function AskForCode({ number, fixed, onAsked }: AskForCodeProps) {
  const t = useTranslations('recovery')
  const sentence = useFieldSentence()
  const form = useForm(
    async ({ number = '' }) => {
      await sendCode(number)
      onAsked({ number, code: 'codeSentIntro' })
    },
    { required: ['number'] },
  )
  const { invalid, problem } = form.wrong('number')
  const haveCode = () => {
    const field = form.formProps.ref.current?.elements.namedItem('number')
    if (!(field instanceof HTMLInputElement)) return
    if (field.value.trim()) onAsked({ number: field.value, code: 'codeHaveIntro' })
    else field.focus()
  }
  return (
    <form {...form.formProps} className={css.form}>
      <ProblemNotice problem={form.problem} />
      {fixed ? (
        <>
          <p>{t('title', { number: inThrees(number) })}</p>
          <input type="hidden" name="number" value={number} />
        </>
      ) : (
        <Field
          label={t('number')}
          name="number"
          defaultValue={inThrees(number)}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          hint={t('numberHint')}
          invalid={invalid}
          error={sentence(problem)}
        />
      )}
      <Button type="submit" look={['primary', 'block']} busy={form.busy}>
        {t('sendCode')}
      </Button>
      <p className={css.links}>
        <Button look="plain" onClick={haveCode}>
          {t('haveCode')}
        </Button>
      </p>
    </form>
  )
}

type TypeCodeProps = { asked: Asked; onEntered: () => void; onOtherNumber: (() => void) | undefined }

function TypeCode({ asked: { number, code }, onEntered, onOtherNumber }: TypeCodeProps) {
  const t = useTranslations('recovery')
  const sentence = useFieldSentence()
  const another = useAct()
  const [sentAnother, setSentAnother] = useState(false)
  const form = useForm(
    async ({ mailedCode = '' }) => {
      await call('POST /api/recovery/enter', { body: { number, mailedCode } })
      onEntered()
    },
    { required: ['mailedCode'] },
  )
  const { invalid, problem } = form.wrong('mailedCode')
  const sendAnother = () =>
    another.act(async () => {
      setSentAnother(false)
      await sendCode(number)
      setSentAnother(true)
    })
  return (
    <form {...form.formProps} className={css.form}>
      <p role="status">
        {sentAnother ? t('sentAnother') : t.rich(code, { number: inThrees(number), b: (words) => <b key="number">{words}</b> })}
      </p>
      <ProblemNotice problem={form.problem ?? another.problem} />
      <Field
        label={t('mailedCode')}
        name="mailedCode"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        autoFocus
        invalid={invalid}
        error={sentence(problem)}
      />
      <Button type="submit" look={['primary', 'block']} busy={form.busy}>
        {t('enter')}
      </Button>
      <p className={css.links}>
        <Button look="plain" busy={another.busy} onClick={sendAnother}>
          {t('sendAnother')}
        </Button>
        {onOtherNumber ? (
          <Button look="plain" onClick={onOtherNumber}>
            {t('otherNumber')}
          </Button>
        ) : null}
      </p>
    </form>
  )
}
