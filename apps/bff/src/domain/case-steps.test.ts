import { type CaseAction, type CaseState, caseActions, caseStates } from '@porta/shared'
import { describe, expect, test } from 'vitest'
import { type CaseActor, type CaseFacts, step } from './case-steps.ts'

const now = 1_000_000
const actors = {
  person: 'person',
  owner: 'owner',
  admin: 'admin',
  link: 'link',
  time: 'time',
  holder: { desk: 'con_holder' },
  'another of the desk': { desk: 'con_other' },
  'the first approver': { desk: 'con_first' },
} as const satisfies Record<string, CaseActor>
type ActorName = keyof typeof actors

/** As a case stands there: held where the desk looks at it, not late, its cooling-off over. */
const caseIn = (state: CaseState): CaseFacts => {
  const isWithDesk = state === 'review' || state === 'second-review'
  return {
    state,
    heldById: isWithDesk ? 'con_holder' : null,
    heldUntil: isWithDesk ? now + 1 : null,
    firstApproverId: state === 'second-review' || state === 'cooling' ? 'con_first' : null,
    vouchedById: null,
    expiresAt: now + 1,
    coolingEndsAt: state === 'cooling' ? now : null,
  }
}

/** The whole table once more, by hand. */
const everyDesk = ['holder', 'another of the desk', 'the first approver'] as const
const whoever = { stop: [['owner', 'admin', 'link'], 'stopped'], withdraw: [['person'], 'withdrawn'] } as const
const table: Record<CaseState, Partial<Record<CaseAction, readonly [readonly ActorName[], CaseState]>>> = {
  open: {
    ...whoever,
    'add-document': [['person'], 'open'],
    'remove-document': [['person'], 'open'],
    submit: [['person'], 'review'],
    vouch: [['admin'], 'open'],
  },
  review: {
    ...whoever,
    vouch: [['admin'], 'review'],
    release: [['holder'], 'review'],
    'read-document': [['holder'], 'review'],
    'ask-again': [['holder'], 'open'],
    approve: [['holder'], 'second-review'],
    refuse: [['holder'], 'refused'],
  },
  'second-review': {
    ...whoever,
    vouch: [['admin'], 'second-review'],
    release: [['holder'], 'second-review'],
    'read-document': [['holder'], 'second-review'],
    'ask-again': [['holder'], 'open'],
    approve: [['holder'], 'cooling'],
    refuse: [['holder'], 'refused'],
  },
  cooling: { ...whoever, vouch: [['admin'], 'cooling'], refuse: [everyDesk, 'refused'], complete: [['time'], 'completed'] },
  completed: {},
  refused: {},
  stopped: {},
  withdrawn: {},
  expired: {},
}

const outcome = (facts: CaseFacts, action: CaseAction, actor: CaseActor) => {
  try {
    return step(facts, action, actor, now)
  } catch (reason) {
    return `no: ${(reason as Error).message}`
  }
}
const names = Object.keys(actors) as ActorName[]

describe.each(caseStates)('a case in state "%s"', (state) => {
  const said = caseActions.map((action) => {
    const [by, to]: readonly [readonly ActorName[], string] = table[state][action] ?? [[], '']
    return [action, by.length === 0 ? 'nobody' : `${by.join(', ')} → ${to}`, by, to] as const
  })
  test.each(said)('%s: %s', (action, _, by, to) => {
    for (const name of names) {
      const answer = outcome(caseIn(state), action, actors[name])
      if (by.includes(name)) expect([name, answer]).toEqual([name, to])
      else expect([name, answer]).toEqual([name, expect.stringMatching(/^no: (out-of-order|not-held|another-person-needed)$/)])
    }
  })
})

describe('who looks at a case', () => {
  const free = (state: CaseState) => ({ ...caseIn(state), heldById: null, heldUntil: null })
  test('is anybody of the desk while nobody holds it, and nobody else', () => {
    for (const name of names) {
      const isOfTheDesk = everyDesk.some((one) => one === name)
      expect(outcome(free('review'), 'claim', actors[name])).toBe(isOfTheDesk ? 'review' : 'no: out-of-order')
    }
  })
  test('is another person the second time', () => {
    expect(outcome(free('second-review'), 'claim', actors['another of the desk'])).toBe('second-review')
    for (const action of ['claim', 'approve'] as const)
      expect(outcome(free('second-review'), action, actors['the first approver'])).toBe('no: another-person-needed')
    const byMistake = { ...caseIn('second-review'), firstApproverId: 'con_holder' }
    expect(outcome(byMistake, 'approve', actors.holder)).toBe('no: another-person-needed')
  })
  test('may be replaced an hour after their last act, not before', () => {
    const facts = caseIn('review')
    expect(outcome(facts, 'claim', actors['another of the desk'])).toBe('no: not-held')
    expect(outcome(facts, 'claim', actors.holder)).toBe('no: out-of-order')
    expect(outcome({ ...facts, heldUntil: now }, 'claim', actors['another of the desk'])).toBe('review')
    expect(outcome({ ...facts, heldUntil: now }, 'approve', actors.holder)).toBe('second-review')
  })
  test('is told that it is not theirs, when they act on what they do not hold', () => {
    for (const action of ['release', 'read-document', 'ask-again', 'approve', 'refuse'] as const)
      expect(outcome(caseIn('review'), action, actors['another of the desk'])).toBe('no: not-held')
  })
})

describe('time', () => {
  test('closes an open case when its time is over, not before, and from then on nothing else happens to it', () => {
    expect(outcome(caseIn('open'), 'expire', 'time')).toBe('no: out-of-order')
    const late = { ...caseIn('open'), expiresAt: now }
    for (const action of caseActions)
      for (const name of names)
        expect([action, name, outcome(late, action, actors[name])]).toEqual([
          action,
          name,
          action === 'expire' && name === 'time' ? 'expired' : 'no: out-of-order',
        ])
  })
  test('completes a case at the end of its cooling-off, not before', () => {
    expect(outcome({ ...caseIn('cooling'), coolingEndsAt: now + 1 }, 'complete', 'time')).toBe('no: out-of-order')
    expect(outcome({ ...caseIn('cooling'), coolingEndsAt: null }, 'complete', 'time')).toBe('no: out-of-order')
  })
})

test('nobody vouches for a case that was vouched for', () => {
  for (const state of caseStates) expect(outcome({ ...caseIn(state), vouchedById: 'con_boss' }, 'vouch', 'admin')).toBe('no: out-of-order')
})
