import type { CaseState } from '@porta/shared'
import type { Reply } from '../../api/call.ts'

export type Case = Reply<'GET /api/recovery/case'>

/** The way of a case, as the person sees it. */
export const stages = ['opened', 'documents', 'review', 'second-review', 'cooling', 'password'] as const
export type Stage = { id: (typeof stages)[number]; is: 'done' | 'now' | 'stopped' | 'later'; at?: number | undefined }

/** How many stages are behind a case that goes on; the others ended where their history says. */
const behind: Partial<Record<CaseState, number>> = { open: 1, review: 2, 'second-review': 3, cooling: 4, completed: 6 }

/** Whether anything can still happen to a case. */
export const isOver = (state: CaseState) => behind[state] === undefined || state === 'completed'

/** The stages of a case, each done with its date, the one it is at, and those to come; after an early end there are none to come. */
export function progressOf({ state, entries }: Pick<Case, 'state' | 'entries'>): Stage[] {
  let done: number[] = []
  let end: number | undefined
  for (const { kind, at } of entries) {
    if (kind === 'opened') done = [at]
    else if (kind === 'submitted' || kind === 'approved' || kind === 'approved-again') done = [...done, at]
    else if (kind === 'asked-again') done = done.slice(0, 1)
    else if (kind === 'completed') done = [...done, at, at]
    else if (kind === 'refused' || kind === 'stopped' || kind === 'withdrawn' || kind === 'expired') end = at
  }
  const reached = behind[state]
  return stages.flatMap((id, at): Stage[] => {
    if (at < (reached ?? done.length)) return [{ id, is: 'done', at: done[at] }]
    if (reached === undefined) return at === done.length ? [{ id, is: 'stopped', at: end }] : []
    return [{ id, is: at === reached ? 'now' : 'later' }]
  })
}
