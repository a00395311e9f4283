import { useState } from 'react'
import { ApiProblem } from './problem.ts'

/** A button's act: one at a time, and a refusal is kept to be shown. */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()

  const run = async (does: () => Promise<unknown>) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await does()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const act = (does: () => Promise<unknown>) => void (busy ? undefined : run(does))
  return { busy, problem, act }
}
