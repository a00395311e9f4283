import { useState } from 'react'
import type { Words } from './words.tsx'

type Draft = Words & { digest: string }

/**
 * What the person has before their eyes while the desk may still change it. New words are shown at once, but count as
 * read only when the person says so: nobody signs words that came between reading and pressing.
 */
export function useShownWords({ digest, subject, service, text }: Draft) {
  const [read, setRead] = useState<Draft>({ digest, subject, service, text })
  const changed = read.digest !== digest
  return {
    /** The words that were read before, when they are others now. */
    before: changed ? read : undefined,
    markRead: () => setRead({ digest, subject, service, text }),
  }
}
