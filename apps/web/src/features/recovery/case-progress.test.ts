import { expect, test } from 'vitest'
import { type Case, progressOf, stages } from './case-progress.ts'

type Kind = Case['entries'][number]['kind']
const told = (state: Case['state'], kinds: readonly Kind[]) => {
  const entries = kinds.map((kind, at) => ({ id: String(at), at: at + 1, kind, by: 'time' as const, name: '', text: '' }))
  return progressOf({ state, entries }).map(({ id, is, at }) => `${stages.indexOf(id)} ${is}${at === undefined ? '' : ` ${at}`}`)
}

const opened = ['opened', 'document-added'] as const
const sent = [...opened, 'submitted', 'claimed'] as const
const approvedTwice = [...sent, 'approved', 'released', 'approved-again'] as const

test.each([
  ['a new case waits for its documents', 'open', opened, ['0 done 1', '1 now', '2 later', '3 later', '4 later', '5 later']],
  ['one that was sent is being looked at', 'review', sent, ['0 done 1', '1 done 3', '2 now', '3 later', '4 later', '5 later']],
  [
    'one that was sent back begins again with its documents',
    'open',
    [...sent, 'approved', 'asked-again'],
    ['0 done 1', '1 now', '2 later', '3 later', '4 later', '5 later'],
  ],
  [
    'one that was sent back and sent again shows the newer date',
    'review',
    [...sent, 'asked-again', 'submitted'],
    ['0 done 1', '1 done 6', '2 now', '3 later', '4 later', '5 later'],
  ],
  [
    'approved by two, it can be objected to',
    'cooling',
    approvedTwice,
    ['0 done 1', '1 done 3', '2 done 5', '3 done 7', '4 now', '5 later'],
  ],
  [
    'a completed one is done to its end',
    'completed',
    [...approvedTwice, 'completed'],
    ['0 done 1', '1 done 3', '2 done 5', '3 done 7', '4 done 8', '5 done 8'],
  ],
  ['one that nobody sent ends at its documents', 'expired', [...opened, 'expired'], ['0 done 1', '1 stopped 3']],
  ['a refused one ends at the check', 'refused', [...sent, 'refused'], ['0 done 1', '1 done 3', '2 stopped 5']],
  [
    'one that is stopped at the last moment ends there',
    'stopped',
    [...approvedTwice, 'stopped'],
    ['0 done 1', '1 done 3', '2 done 5', '3 done 7', '4 stopped 8'],
  ],
] as const)('%s', (_, state, kinds, stages) => {
  expect(told(state, kinds)).toEqual(stages)
})
