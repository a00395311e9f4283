import { useEffect, useState } from 'react'
import { useLocation } from 'react-router'

/**
 * The token of a mailed link. It stands behind the # of the address, which no server sees; from there it is taken
 * into memory at once, so that it stays neither in the address bar nor in the history.
 */
export function useLinkToken(): string {
  const place = useLocation()
  const [token, setToken] = useState(() => place.hash.slice(1))
  // the place changes when another link is opened in the same tab
  useEffect(() => {
    if (!place.hash || !location.hash) return
    setToken(place.hash.slice(1))
    history.replaceState(history.state, '', place.pathname + place.search)
  }, [place])
  return token
}
