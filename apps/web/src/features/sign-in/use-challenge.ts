import { useEffect, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { call, type Reply } from '../../api/call.ts'
import { ApiProblem, type Told } from '../../api/problem.ts'
import { paths, wantedReturn } from '../../paths.ts'

/** The challenge that awaits a code in this browser, where to go after it, and the way back once it is over. */
export function useChallenge() {
  const navigate = useNavigate()
  const returnTo = wantedReturn(useLocation().search)
  const [challenge, setChallenge] = useState<Reply<'GET /api/sign-in/challenge'>>()

  const goBackIfOver = (problem: unknown) => {
    if (!(problem instanceof ApiProblem) || problem.code !== 'challenge-over') return false
    const told: Told = { code: problem.code, retryAt: problem.retryAt }
    void navigate(paths.signIn(returnTo), { replace: true, state: told })
    return true
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => {
    // any other trouble shows when the code is sent
    call('GET /api/sign-in/challenge').then(setChallenge, goBackIfOver)
  }, [])

  const goOn = () => navigate(returnTo, { replace: true })
  return { challenge, returnTo, goOn, goBackIfOver }
}
