import { useEffect, useState } from 'react'

/** Whole seconds left until a deadline (milliseconds since 1970), counted every second; 0 when there is none. */
export function useCountdown(deadline: number | undefined): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (deadline === undefined) return
    setNow(Date.now())
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() >= deadline) clearInterval(timer)
    }, 1000)
    return () => clearInterval(timer)
  }, [deadline])
  return deadline === undefined ? 0 : Math.max(0, Math.ceil((deadline - now) / 1000))
}
