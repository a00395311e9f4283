import type { ApiProblem } from '../../api/problem.ts'

/** Whether a mailed link is of no use any more: it has none of its token, was cut on the way, is too old or was used. */
export const isDeadLink = (token: string, problem: ApiProblem | undefined) =>
  !token || problem?.code === 'link-over' || problem?.code === 'invalid-input'
