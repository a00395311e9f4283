import type { Language } from '@porta/shared'
import { act, render, screen } from '@testing-library/react'
import { useTranslations } from 'use-intl/react'
import { expect, test } from 'vitest'
import { I18n, loadMessages, setLanguage } from './i18n.tsx'
import { sayWhen } from './when.tsx'

function Left({ left }: { left: number }) {
  const t = useTranslations('sign-in')
  return <p>{t('codesLeft', { left })}</p>
}
const show = async (language: Language, left: number) => {
  await act(async () => {
    await Promise.all([setLanguage(language), loadMessages('sign-in', 'common')])
  })
  render(
    <I18n>
      <Left left={left} />
    </I18n>,
  )
}

test.each([
  ['ca', 1, 'Et queda 1 codi de recuperació.'],
  ['ca', 7, 'Et queden 7 codis de recuperació.'],
  ['es', 1, 'Te queda 1 código de recuperación.'],
  ['en', 1, 'You have 1 recovery code left.'],
  ['en', 9, 'You have 9 recovery codes left.'],
  ['cs', 0, 'To byl poslední záložní kód. Vytvořte si nové.'],
  ['cs', 1, 'Zbývá vám 1 záložní kód.'],
  ['cs', 3, 'Zbývají vám 3 záložní kódy.'],
  ['cs', 5, 'Zbývá vám 5 záložních kódů.'],
] as const)('%s, %d left', async (language, left, words) => {
  await show(language, left)
  expect(screen.getByText(words)).toBeTruthy()
})

test('a language chosen while messages are on their way wins for all of them', async () => {
  await act(async () => {
    const first = setLanguage('ca')
    const more = loadMessages('sign-in', 'home')
    await Promise.all([first, more, setLanguage('cs')])
  })
  expect(document.documentElement.lang).toBe('cs')
  render(
    <I18n>
      <Left left={2} />
    </I18n>,
  )
  expect(screen.getByText('Zbývají vám 2 záložní kódy.')).toBeTruthy()
})

const noon = new Date(2026, 10, 22, 12).getTime()
const hour = 3_600_000
test.each([
  ['en', noon - 20_000, 'now'],
  ['en', noon - hour / 12, '5 minutes ago'],
  ['ca', noon - 3 * hour, 'avui, 9:00'],
  ['ca', noon - 18 * hour, 'ahir, 18:00'],
  ['cs', noon + 11 * 24 * hour, 'za 11 dní'],
  ['es', noon - 19 * 24 * hour, '3 nov'],
  ['en', noon - 27 * hour, 'yesterday, 9:00'],
  ['en', noon - 400 * 24 * hour, '18 Oct 2025'],
] as const)('%s says %d as %s', (language, at, words) => {
  expect(sayWhen(at, noon, language)).toBe(words)
})
