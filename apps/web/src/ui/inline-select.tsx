import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import css from './inline-select.module.css'

type InlineSelectProps = Omit<ComponentProps<'select'>, 'children'> & {
  label: ReactNode
  options: readonly { value: string; label: string }[]
}

/** A choice in one line with its label, for the head of a list. */
export function InlineSelect({ label, options, className, ...rest }: InlineSelectProps) {
  const id = useId()
  return (
    <div className={classNames(css.field, className)}>
      <label htmlFor={id}>{label}</label>
      <select {...rest} id={id}>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}
