import { type ReactNode, useEffect, useId, useRef } from 'react'
import css from './dialog.module.css'

type DialogProps = { open: boolean; onClose: () => void; title: string; children: ReactNode }

/**
 * A native modal dialog: focus trap, Escape, inert background and the way back of the focus come from
 * the browser. Its content exists only while it is open.
 */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const element = dialog.current
    if (open && !element?.open) element?.showModal()
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {open ? children : null}
    </dialog>
  )
}

/** The buttons at the end of a dialog or form, the one that acts first. */
export const Actions = ({ children }: { children: ReactNode }) => <div className={css.actions}>{children}</div>
