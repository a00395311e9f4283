import { watchCalls } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { stayAfterSession } from '../api/session-over.ts'
import { paths, signedOut } from '../paths.ts'

const isSignInPage = () => location.pathname.startsWith(paths.signIn())
/** Pages of HelpLayout: anybody may stay on them. */
const isForAll = () => [paths.help(), paths.receipt(), paths.recovery()].includes(location.pathname)

/** Words that somebody has typed and not sent: in a page that is loaded anew they would be gone. */
const holdsWords = () =>
  [...document.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue && value.trim() !== '')

/**
 * Handles the refusals that mean "not here", once for all calls: without a session to sign-in, without
 * verification to its page. The page is loaded anew, so that nothing of the person stays in memory;
 * a page with unsent words stays, and says how to go on.
 */
watchCalls(({ problem }) => {
  const hasEnded = problem?.code === 'not-signed-in' || problem?.code === 'signed-out'
  if (hasEnded && !isSignInPage() && !isForAll() && holdsWords()) {
    stayAfterSession()
    return false
  }
  if (problem?.code === 'not-signed-in') {
    // a late answer to the page before: its question must not stay open for whoever goes back there
    if (isSignInPage()) queryClient.clear()
    else if (isForAll()) location.reload()
    else location.replace(paths.signIn(location.pathname + location.search + location.hash))
    return true
  }
  if (problem?.code === 'signed-out') {
    location.replace(signedOut(location.pathname + location.search + location.hash))
    return true
  }
  if (problem?.code === 'enrolment-needed') {
    location.replace(paths.twoFactor())
    return true
  }
  return false
})
