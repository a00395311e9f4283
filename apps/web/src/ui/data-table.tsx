import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import css from './data-table.module.css'
import text from './text.module.css'

export type Order = 'up' | 'down'

/** A column; `action` holds the buttons of a row, and its head is only read aloud unless it says `with-head`. */
export type Column<Row> = {
  id: string
  head: string
  cell: (row: Row) => ReactNode
  action?: boolean | 'with-head'
  /** On a phone the buttons stand under the row, because they need its width. */
  below?: boolean
  /** On a phone the cell stands without its head. */
  plain?: boolean
  /** The rows can be put in the order of this column; `order` when they are. */
  sort?: { order: Order | undefined; onSort: () => void }
}
type DataTableProps<Row> = { name: string; columns: readonly Column<Row>[]; rows: readonly Row[] }
const ariaOrders = { up: 'ascending', down: 'descending' } as const

/** A real table whose first column heads each row; on a phone each row becomes a block. */
export function DataTable<Row extends { id: string }>({ name, columns, rows }: DataTableProps<Row>) {
  return (
    <table className={css.table} aria-label={name}>
      <thead>
        <tr>
          {columns.map(({ id, head, action, sort }) => (
            <th key={id} scope="col" className={action ? css.action : undefined} aria-sort={sort?.order && ariaOrders[sort.order]}>
              {action === true ? (
                <span className={text.visuallyHidden}>{head}</span>
              ) : sort ? (
                <>
                  <button type="button" className={css.sort} onClick={sort.onSort}>
                    {head} <span aria-hidden="true">{sort.order === 'up' ? '↑' : sort.order === 'down' ? '↓' : '↕'}</span>
                  </button>
                  <span className={css.sortName}>{head}</span>
                </>
              ) : (
                head
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ id, head, cell, action, plain, below }, at) =>
              at === 0 ? (
                <th key={id} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td
                  key={id}
                  className={action ? classNames(css.action, below && css.below) : undefined}
                  data-label={action || plain ? undefined : head}
                >
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
