import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './class-names.ts'
import css from './dialog.module.css'

type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  /** Room for two columns. */
  wide?: boolean
  children: ReactNode
}

/**
 * A native modal dialog: focus trap, Escape, inert background and the way back of the focus come from
 * the browser. Its content exists only while it is open.
 */
export function Dialog({ open, onClose, title, wide, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog ref={dialog} className={classNames(css.dialog, wide && css.wide)} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {open ? children : null}
    </dialog>
  )
}

/** The buttons at the end of a dialog or form, the one that acts first. */
export const Actions = ({ children }: { children: ReactNode }) => <div className={css.actions}>{children}</div>
