import type { ReactNode, Ref } from 'react'
import css from './card.module.css'

type CardProps = {
  title: string
  /** Names the switch or table inside, when given. */
  titleId?: string
  /** The heading can take the focus when what had it is gone. */
  titleRef?: Ref<HTMLHeadingElement>
  note?: ReactNode
  /** The control at the right of the title. */
  action?: ReactNode
  /** Goes to the edges of the card, such as a table. */
  wide?: ReactNode
  children?: ReactNode
}

/** One thing with its title, its action and its content. */
export function Card({ title, titleId, titleRef, note, action, wide, children }: CardProps) {
  return (
    <section className={css.card}>
      <header className={css.header}>
        <div className={css.title}>
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
