import { type ReactNode, useEffect } from 'react'
import { createPortal } from 'react-dom'
import css from './print-sheet.module.css'

/**
 * One sheet of paper: invisible on the screen, and alone on the print. It opens the print dialog when it
 * appears; a `standing` one waits for whoever prints the page.
 */
export function PrintSheet({ standing = false, children }: { standing?: boolean; children: ReactNode }) {
  useEffect(() => {
    if (!standing) window.print()
  }, [standing])
  return createPortal(<div className={css.sheet}>{children}</div>, document.body)
}
