import { useEffect, useState } from 'react'
import { call, type Reply } from '../../api/call.ts'

export type Strength = Reply<'POST /api/password/strength'>

const waitMs = 400

/**
 * How strong the server finds a password that is being typed, asked once the typing pauses (after 400 ms); undefined until it is
 * known and while `newPassword` is undefined. Without an answer nothing is shown: the form itself refuses what is too weak.
 */
export function useStrength(newPassword: string | undefined, token: string | undefined): Strength | undefined {
  const [known, setKnown] = useState<{ of: string; strength: Strength }>()
  useEffect(() => {
    if (newPassword === undefined) return
    const asking = new AbortController()
    const timer = setTimeout(() => {
      call('POST /api/password/strength', { body: token ? { newPassword, token } : { newPassword }, signal: asking.signal }).then(
        (strength) => asking.signal.aborted || setKnown({ of: newPassword, strength }),
        () => {},
      )
    }, waitMs)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [newPassword, token])
  return known?.of === newPassword ? known?.strength : undefined
}
