import { useEffect, useRef } from 'react'

let firstPage = true

/**
 * The heading of a page: names the document and, after a navigation inside the client area, takes the
 * focus so that keyboard and screen reader start where the new page does.
 */
export function Heading({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!firstPage && !document.activeElement?.matches('input, textarea')) heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [])
  useEffect(() => {
    document.title = `${children} · Porta`
  }, [children])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
