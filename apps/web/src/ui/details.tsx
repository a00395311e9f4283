import type { ReactNode } from 'react'
import css from './details.module.css'

/** Facts in two columns, each word with what it stands for. */
export const Details = ({ children }: { children: ReactNode }) => <dl className={css.details}>{children}</dl>

/** One fact. */
export const Detail = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </>
)
