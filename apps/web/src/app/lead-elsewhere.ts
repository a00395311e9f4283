import { watchCalls } from '../api/call.ts'
import { queryClient } from '../api/query-client.ts'
import { paths, signedOut } from '../paths.ts'

const isSignInPage = () => location.pathname.startsWith(paths.signIn())
const isHelp = () => location.pathname === paths.help()

/**
 * Handles the refusals that mean "not here", once for all calls: without a session to sign-in, without
 * verification to its page. The page is loaded anew, so that nothing of the person stays in memory.
 */
watchCalls(({ problem }) => {
  if (problem?.code === 'not-signed-in') {
    // a late answer to the page before: its question must not stay open for whoever goes back there
    if (isSignInPage()) queryClient.clear()
    else if (isHelp()) location.reload()
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
