import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './notice.module.css'

type NoticeProps = { tone?: 'warn' | 'bad' | 'good'; role?: 'alert' | 'status'; children: ReactNode }

/** A few sentences that must not be overlooked. */
export const Notice = ({ tone, role, children }: NoticeProps) => (
  <div className={classNames(css.notice, tone && css[tone])} role={role}>
    {children}
  </div>
)
