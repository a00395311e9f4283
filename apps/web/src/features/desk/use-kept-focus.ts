import { type RefObject, useLayoutEffect, useRef } from 'react'

const linksOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>('tbody tr a') ?? [])]

/**
 * Keeps the place of the keyboard in a list that changes under it: when the row with the focus is gone, the row that has come in its
 * place takes it, or the last one, or `otherwise` when there is none. `rows` is what the list shows; give `onFocus` to its container.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, otherwise: RefObject<HTMLElement | null>, rows: unknown) {
  const place = useRef(-1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the rows change
  useLayoutEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (place.current < 0 || !isLost) return
    const links = linksOf(list.current)
    const next = links[Math.min(place.current, links.length - 1)] ?? otherwise.current
    next?.focus({ preventScroll: true })
  }, [rows])

  return {
    onFocus: ({ target }: { target: EventTarget }) => {
      place.current = linksOf(list.current).indexOf(target as HTMLElement)
    },
    // leaving by hand is not a loss; a row that goes away tells of no new place
    onBlur: ({ relatedTarget }: { relatedTarget: EventTarget | null }) => {
      if (relatedTarget !== null) place.current = -1
    },
  }
}
