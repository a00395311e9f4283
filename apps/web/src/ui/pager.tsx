import { Button } from './button.tsx'
import css from './pager.module.css'

type PagerProps = {
  name: string
  where: string
  previous: string
  next: string
  page: number
  pages: number
  onPage: (page: number) => void
}

/** The way through the pages of a list; nothing when there is only one. */
export function Pager({ name, where, previous, next, page, pages, onPage }: PagerProps) {
  if (pages <= 1) return null
  return (
    <nav className={css.pager} aria-label={name}>
      <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
        {previous}
      </Button>
      <span>{where}</span>
      <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {next}
      </Button>
    </nav>
  )
}
