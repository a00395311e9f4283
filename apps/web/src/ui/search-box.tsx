import { useEffect, useRef } from 'react'
import css from './search-box.module.css'

const waitMs = 250

type SearchBoxProps = { label: string; value: string; onSearch: (text: string) => void }

/** A search that asks once the typing pauses (after 250 ms), and keeps the focus while the list changes. */
export function SearchBox({ label, value, onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef(value)

  // going back in the history, or a link that lifts the search
  useEffect(() => {
    if (!input.current || value === asked.current) return
    asked.current = value
    input.current.value = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])

  const ask = (text: string) => {
    clearTimeout(timer.current)
    asked.current = text
    onSearch(text)
  }
  return (
    <search>
      <input
        ref={input}
        type="search"
        className={css.search}
        aria-label={label}
        placeholder={label}
        defaultValue={value}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => {
          clearTimeout(timer.current)
          timer.current = setTimeout(() => ask(currentTarget.value.trim()), waitMs)
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') ask(currentTarget.value.trim())
        }}
      />
    </search>
  )
}
