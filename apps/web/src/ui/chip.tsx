import type { ReactNode } from 'react'
import css from './chip.module.css'
import { classNames } from './class-names.ts'

/** A state in a word or two; the colour only helps. */
export const Chip = ({ tone, children }: { tone?: 'good' | 'warn' | 'bad'; children: ReactNode }) => (
  <span className={classNames(css.chip, tone && css[tone])}>{children}</span>
)
