import type { ReactNode, Ref } from 'react'
import css from './card.module.css'
import { classNames } from './class-names.ts'

type CardProps = {
  title: string
  /** Names the switch or table inside, when given. */
  titleId?: string
  /** The heading can take the focus when what had it is gone. */
  titleRef?: Ref<HTMLHeadingElement>
  note?: ReactNode
  /** Tells it from others with the same title. */
  label?: string
  /** A state above the title. */
  chip?: ReactNode
  /** The border says it too, where something must not be overlooked. */
  tone?: 'bad' | 'good'
  /** The control at the right of the title. */
  action?: ReactNode
  /** Goes to the edges of the card, such as a table. */
  wide?: ReactNode
  children?: ReactNode
}

/** One thing with its title, its action and its content. */
export function Card({ title, titleId, titleRef, note, label, chip, tone, action, wide, children }: CardProps) {
  return (
    <section className={classNames(css.card, tone && css[tone])} aria-label={label}>
      <header className={css.header}>
        <div className={css.title}>
          {chip}
          <h2 id={titleId} ref={titleRef} tabIndex={titleRef ? -1 : undefined}>
            {title}
          </h2>
          {note ? <p className={css.note}>{note}</p> : null}
        </div>
        {action}
      </header>
      {children ? <div className={css.body}>{children}</div> : null}
      {wide}
    </section>
  )
}
