import { useEffect, useRef } from 'react'

/** The title of a step; it takes the focus, because what had it went away with the step before. */
export function StepHeading({ children }: { children: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <h2 ref={title} tabIndex={-1}>
      {children}
    </h2>
  )
}
