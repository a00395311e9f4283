import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { tryCode } from '../flows/codes.ts'
import { accountLink, answerWithCode, enterPassword, signOut } from '../flows/sign-in.ts'
import { turnOff, turnOn, verificationSwitch } from '../flows/two-factor.ts'

const minuteMs = 60_000
const alert = (page: Page) => page.getByRole('alert')

test('a phone whose clock is wrong is told by how much, and which way', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  await signOut(page)
  await enterPassword(page, account)
  await tryCode(page, authenticator.codeAt(Date.now() + 4 * minuteMs, entry))
  await expect(alert(page)).toContainText('El rellotge del mòbil va avançat 4 minuts')
  await tryCode(page, authenticator.codeAt(Date.now() - 3 * minuteMs, entry))
  await expect(alert(page)).toContainText(/El rellotge del mòbil va endarrerit [34] minuts/)
  await expect(alert(page).getByRole('link', { name: "Com s'arregla" })).toHaveAttribute('href', '/help#codes-refused')
  await answerWithCode(page, await authenticator.next(entry))
  await expect(accountLink(page, account)).toBeVisible()
})

test('a code that was used says when the next one comes', async ({ signedIn: page, account, authenticator }) => {
  const { entry } = await turnOn(page, account, authenticator)
  const code = await authenticator.next(entry)
  await signOut(page)
  await enterPassword(page, account)
  await answerWithCode(page, code)
  await expect(accountLink(page, account)).toBeVisible()
  await signOut(page)
  await enterPassword(page, account)
  await tryCode(page, code)
  await expect(alert(page)).toContainText("Aquest codi ja s'ha fet servir")
  await expect(page.getByRole('timer')).toContainText(/d'aquí a \d+ s|Ja ho pots/)
})

test('a code of the entry from before OFF and ON is known as such', async ({ signedIn: page, account, authenticator }) => {
  const { entry: old } = await turnOn(page, account, authenticator)
  await turnOff(page, await authenticator.next(old))
  await expect(verificationSwitch(page)).not.toBeChecked()
  const { entry: young } = await turnOn(page, account, authenticator)
  await signOut(page)
  await enterPassword(page, account)
  await tryCode(page, await authenticator.next(old))
  await expect(alert(page)).toContainText("una entrada antiga de l'aplicació")
  await answerWithCode(page, await authenticator.next(young))
  await expect(accountLink(page, account)).toBeVisible()
})
