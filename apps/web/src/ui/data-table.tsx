import type { ReactNode } from 'react'
import css from './data-table.module.css'
import text from './text.module.css'

/** A column; `action` holds the buttons of a row, its head is only read aloud. */
export type Column<Row> = { id: string; head: string; cell: (row: Row) => ReactNode; action?: boolean }
type DataTableProps<Row> = { name: string; columns: readonly Column<Row>[]; rows: readonly Row[] }

/** A real table whose first column heads each row; on a phone each row becomes a block. */
export function DataTable<Row extends { id: string }>({ name, columns, rows }: DataTableProps<Row>) {
  return (
    <table className={css.table} aria-label={name}>
      <thead>
        <tr>
          {columns.map(({ id, head, action }) => (
            <th key={id} scope="col">
              {action ? <span className={text.visuallyHidden}>{head}</span> : head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {columns.map(({ id, head, cell, action }, at) =>
              at === 0 ? (
                <th key={id} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={id} className={action ? css.action : undefined} data-label={action ? undefined : head}>
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
