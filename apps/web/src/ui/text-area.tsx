import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import css from './field.module.css'
import type { Wrong } from './field.tsx'

type TextAreaProps = ComponentProps<'textarea'> & Wrong & { label: ReactNode; hint?: ReactNode }

/** A labelled text of several lines. */
export function TextArea({ label, hint, error, invalid, rows = 5, ...rest }: TextAreaProps) {
  const id = useId()
  const describedBy = classNames(error && `${id}-error`, hint ? `${id}-hint` : undefined)
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        className={classNames(css.input, css.lines)}
        aria-invalid={invalid || error ? true : undefined}
        aria-describedby={describedBy || undefined}
      />
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
