import { type ComponentProps, type ReactNode, useId } from 'react'
import css from './field.module.css'

type SelectProps = ComponentProps<'select'> & { label: ReactNode }

/** A labelled choice among a few. */
export function Select({ label, ...rest }: SelectProps) {
  const id = useId()
  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <select {...rest} id={id} className={css.input} />
    </div>
  )
}
