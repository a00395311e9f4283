import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import css from './print-sheet.module.css'

/** One sheet of paper: invisible on the screen, and alone on the print. It opens the print dialog when it appears. */
export function PrintSheet({ children }: { children: ReactNode }) {
  useEffect(() => {
    window.print()
  }, [])
  return createPortal(<div className={css.sheet}>{children}</div>, document.body)
}
