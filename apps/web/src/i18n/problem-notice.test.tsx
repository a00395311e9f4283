import { act, render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem } from '../api/problem.ts'
import { I18n, loadMessages, setLanguage } from './i18n.tsx'
import { formatWait, ProblemNotice } from './problem-notice.tsx'

beforeEach(async () => {
  await setLanguage('en')
  await loadMessages('common', 'problems')
})
afterEach(() => vi.useRealTimers())

const show = (problem: ApiProblem) =>
  render(
    <I18n>
      <ProblemNotice problem={problem} />
    </I18n>,
  )

test('a used code says when the next one works, and counts without shouting', () => {
  vi.useFakeTimers()
  show(new ApiProblem('code-used', { retryAfterSeconds: 2 }))
  expect(screen.getByRole('alert').textContent).toContain('This code has already been used.')
  const timer = screen.getByRole('timer')
  expect(timer.textContent).toBe('You can try again in 2 s.')
  expect(timer.getAttribute('aria-live')).toBe('off')
  act(() => vi.advanceTimersByTime(2000))
  expect(timer.textContent).toBe('You can try again now.')
})

test.each([
  [4, 'The clock of your phone is ahead by 4 minutes.'],
  [-1, 'The clock of your phone is behind by 1 minute.'],
])('a clock that is %d minutes off is told with its side', (phoneAheadMinutes, words) => {
  render(
    <I18n>
      <MemoryRouter>
        <ProblemNotice problem={new ApiProblem('phone-clock-off', { phoneAheadMinutes })} />
      </MemoryRouter>
    </I18n>,
  )
  expect(screen.getByRole('alert').textContent).toContain(words)
})

test('the sentences that follow the first screen are told once they are here, and before that there is one all the same', async () => {
  show(new ApiProblem('changed-meanwhile'))
  expect(screen.getByRole('alert').textContent).toContain('Something went wrong on our side')
  await act(() => loadMessages('problems-inside'))
  expect(screen.getByRole('alert').textContent).toContain('Read it again')
})

test('a refusal that only a new password ends leads to one', () => {
  render(
    <I18n>
      <MemoryRouter>
        <ProblemNotice problem={new ApiProblem('reset-required')} />
      </MemoryRouter>
    </I18n>,
  )
  expect(screen.getByRole('link', { name: 'Set a new password' }).getAttribute('href')).toBe('/forgot-password')
})

test('an unexpected failure gives a reference to tell us', () => {
  show(new ApiProblem('unexpected', { requestId: 'req_42' }))
  expect(screen.getByRole('alert').textContent).toContain('req_42')
})

test.each([
  [0, '0 s'],
  [45, '45 s'],
  [250, '4 min 10 s'],
  [240, '4 min'],
  [7500, '2 h 5 min'],
])('%d seconds read as %s', (seconds, words) => expect(formatWait(seconds)).toBe(words))
