import type { AnchorHTMLAttributes } from 'react'
import { useHref, useLinkClickHandler, useLocation } from 'react-router'

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }

/** A link inside the client area; the router's own one would bring its code for servers and prefetching. */
export function Link({ to, ...rest }: LinkProps) {
  return <a {...rest} href={useHref(to)} onClick={useLinkClickHandler(to)} />
}

/** A link of a menu; it says when its page is the current one, or one of those `under` its own or these paths. */
export function NavLink({ under = [], ...props }: LinkProps & { under?: readonly string[] }) {
  const { pathname } = useLocation()
  const isHere = pathname === props.to
  return <Link {...props} aria-current={isHere ? 'page' : under.some((path) => pathname.startsWith(path)) ? true : undefined} />
}
