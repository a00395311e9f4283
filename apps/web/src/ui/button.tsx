import type { ComponentProps } from 'react'
import css from './button.module.css'
import { classNames } from './class-names.ts'

type Look = 'primary' | 'danger' | 'plain' | 'block'

/** The classes of a button, for links that look like one. */
export const buttonClass = (...looks: Look[]) => classNames(css.button, ...looks.map((look) => css[look]))

type ButtonProps = ComponentProps<'button'> & { look?: Look | Look[]; busy?: boolean | undefined }

/** A button. While busy it is `aria-disabled`, not `disabled`, so that the focus stays where it is. */
export function Button({ look = [], busy, onClick, type = 'button', className, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      className={classNames(buttonClass(...[look].flat()), className)}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    />
  )
}
