import { render, screen } from '@testing-library/react'
import { useRef } from 'react'
import { expect, test } from 'vitest'
import { useKeptFocus } from './use-kept-focus.ts'

function List({ rows }: { rows: readonly string[] }) {
  const list = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const keptFocus = useKeptFocus(list, title, rows)
  return (
    <>
      <h2 ref={title} tabIndex={-1}>
        The queue
      </h2>
      <button type="button">elsewhere</button>
      <div ref={list} {...keptFocus}>
        <table>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <td>
                  <a href={`#${row}`}>{row}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
const show = (...rows: string[]) => {
  const { rerender } = render(<List rows={rows} />)
  return (...next: string[]) => rerender(<List rows={next} />)
}
const focused = () => document.activeElement?.textContent

test('a row keeps the focus while rows come and go around it', () => {
  const now = show('a', 'b', 'c')
  screen.getByRole('link', { name: 'b' }).focus()
  now('b', 'c', 'd')
  expect(focused()).toBe('b')
})

test('when the row with the focus is gone, the one in its place has it; after the last one the title', () => {
  const now = show('a', 'b', 'c')
  screen.getByRole('link', { name: 'b' }).focus()
  now('a', 'c')
  expect(focused()).toBe('c')
  now('a')
  expect(focused()).toBe('a')
  now()
  expect(focused()).toBe('The queue')
})

test('a focus that is elsewhere stays there', () => {
  const now = show('a', 'b')
  screen.getByRole('link', { name: 'b' }).focus()
  screen.getByRole('button', { name: 'elsewhere' }).focus()
  now('a')
  expect(focused()).toBe('elsewhere')
})
