import { type ReactNode, type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { classNames } from './class-names.ts'
import css from './code-field.module.css'
import { Field, type Wrong } from './field.tsx'

const boxes = [0, 1, 2, 3, 4, 5] as const

type CodeFieldProps = Wrong & {
  label: ReactNode
  name?: string
  /** Runs once six digits are there, e.g. to send the form. */
  onComplete?: (form: HTMLFormElement) => void
  /** Takes the focus when it appears. */
  focused?: boolean
}

/**
 * Six digits of an authenticator app: one native input drawn as six boxes, so that paste, autofill,
 * password managers and screen readers just work. No maxLength: it would cut a pasted "12 34 56".
 */
export function CodeField({ label, name = 'code', onComplete, focused, ...wrong }: CodeFieldProps) {
  const [value, setValue] = useState('')
  const [selection, setSelection] = useState<{ from: number; to: number }>()
  const root = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (focused) root.current?.querySelector('input')?.focus()
  }, [focused])

  // also hears of a selection made by code, e.g. after a refusal, which React's onSelect does not
  useEffect(() => {
    const follow = () => {
      const input = root.current?.querySelector('input')
      if (input && input === document.activeElement) setSelection({ from: input.selectionStart ?? 0, to: input.selectionEnd ?? 0 })
    }
    document.addEventListener('selectionchange', follow)
    return () => document.removeEventListener('selectionchange', follow)
  }, [])

  const onInput = ({ currentTarget: input }: SyntheticEvent<HTMLInputElement>) => {
    const digits = input.value.replaceAll(/\D/g, '').slice(0, 6)
    setValue(digits)
    if (digits.length < 6 || digits === value || !input.form) return
    // the form is read before the next render
    input.value = digits
    onComplete?.(input.form)
  }
  const follow = ({ currentTarget: input }: SyntheticEvent<HTMLInputElement>) =>
    setSelection({ from: input.selectionStart ?? 0, to: input.selectionEnd ?? 0 })

  const look = (box: number) => {
    if (!selection) return undefined
    if (selection.to > selection.from) return box >= selection.from && box < selection.to ? css.selected : undefined
    return box === Math.min(selection.from, 5) ? css.now : undefined
  }

  return (
    <Field
      {...wrong}
      label={label}
      name={name}
      value={value}
      className={css.input}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      enterKeyHint="go"
      onChange={onInput}
      onFocus={follow}
      onBlur={() => setSelection(undefined)}
    >
      {(input) => (
        <div className={css.code} ref={root}>
          <div className={css.boxes} aria-hidden="true">
            {boxes.map((box) => (
              <span key={box} className={classNames(look(box)) || undefined}>
                {value[box]}
              </span>
            ))}
          </div>
          {input}
        </div>
      )}
    </Field>
  )
}
