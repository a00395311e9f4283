import { useEffect, useState } from 'react'
import { ApiProblem } from './problem.ts'

/** What is known of a mailed link: alive with whom it is for, dead for good, or not to be found out just now. */
export type MailedLink<Owner> = { is: 'asking' } | { is: 'alive'; owner: Owner } | { is: 'dead' } | { is: 'unknown'; problem: ApiProblem }

/**
 * Asks whether the link with this token still works, and again on `askAgain`; `giveUp` is for when it dies later.
 * `check` must not change from one render to the next.
 */
export function useMailedLink<Owner>(token: string, check: (token: string) => Promise<Owner>) {
  const [link, setLink] = useState<MailedLink<Owner>>({ is: 'asking' })
  const [asked, setAsked] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again on request
  useEffect(() => {
    if (!token) return setLink({ is: 'dead' })
    let isCurrent = true
    const show = (next: MailedLink<Owner>) => isCurrent && setLink(next)
    show({ is: 'asking' })
    check(token).then(
      (owner) => show({ is: 'alive', owner }),
      (problem) => {
        if (!(problem instanceof ApiProblem)) throw problem
        show(isDead(problem) ? { is: 'dead' } : { is: 'unknown', problem })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [token, check, asked])

  return { link, askAgain: () => setAsked(asked + 1), giveUp: () => setLink({ is: 'dead' }) }
}

/** A token of the wrong form was cut on its way here; no other try would help. */
const isDead = ({ code }: ApiProblem) => code === 'link-over' || code === 'invalid-input'
