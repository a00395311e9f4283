import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { classNames } from './class-names.ts'
import css from './field.module.css'
import text from './text.module.css'

/** What a field says when it is wrong: a sentence beside it, or only that the sentence above is about it. */
export type Wrong = { invalid?: boolean; error?: string | undefined }
type FieldProps = Omit<ComponentProps<'input'>, 'children'> &
  Wrong & { label: ReactNode; hint?: ReactNode; children?: (input: ReactNode) => ReactNode }

/** A labelled text field; `children` may dress the input. */
export function Field({ label, hint, error, invalid, className, children = (input) => input, ...rest }: FieldProps) {
  const id = useId()
  const describedBy = classNames(error && `${id}-error`, hint ? `${id}-hint` : undefined)
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {children(
        <input
          {...rest}
          id={id}
          className={classNames(className ?? css.input)}
          aria-invalid={invalid || error ? true : undefined}
          aria-describedby={describedBy || undefined}
        />,
      )}
      {hint ? (
        <span id={`${id}-hint`} className={css.hint}>
          {hint}
        </span>
      ) : null}
      {error ? (
        <span id={`${id}-error`} className={css.error}>
          {error}
        </span>
      ) : null}
    </div>
  )
}

type PasswordFieldProps = Omit<FieldProps, 'type' | 'children'> & { show: string; hide: string; what: string }

/** A password with a button to look at what was typed; the button reads "show" or "hide" and then `what`. */
export function PasswordField({ show, hide, what, ...rest }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  return (
    <Field autoComplete="current-password" autoCapitalize="none" spellCheck={false} {...rest} type={shown ? 'text' : 'password'}>
      {(input) => (
        <div className={css.withButton}>
          {input}
          <button type="button" className={css.reveal} onClick={() => setShown(!shown)}>
            {shown ? hide : show} <span className={text.visuallyHidden}>{what}</span>
          </button>
        </div>
      )}
    </Field>
  )
}

type CheckProps = ComponentProps<'input'> & { label: ReactNode; hint?: ReactNode }

/** A checkbox whose words can be clicked too. */
export function Check({ label, hint, ...rest }: CheckProps) {
  const id = useId()
  return (
    <div className={css.check}>
      <input {...rest} id={id} type="checkbox" aria-describedby={hint ? `${id}-hint` : undefined} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint ? (
          <span id={`${id}-hint`} className={css.hint}>
            {hint}
          </span>
        ) : null}
      </div>
    </div>
  )
}
