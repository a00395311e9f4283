import type { PlaywrightWorkerArgs } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { from, newAddress } from '../flows/addresses.ts'
import { wrongCodes } from '../flows/codes.ts'
import { newClient, sendPassword } from '../flows/http.ts'
import { linkIn, scan } from '../flows/mailed.ts'
import { accountLink, answerWithCode, enterPassword, type Person, signIn, signInPage, signOut } from '../flows/sign-in.ts'
import { turnOff, turnOn } from '../flows/two-factor.ts'

/** Wrong passwords from one address after another, until none of an unknown browser is looked at any more; gives their number. */
async function flood({ playwright }: Pick<PlaywrightWorkerArgs, 'playwright'>, { email }: Person): Promise<number> {
  for (let tries = 0; tries <= 120; tries++) {
    const stranger = await newClient(playwright, from(newAddress()))
    const refused = await sendPassword(stranger, { email, password: `guess ${tries}` })
    const { code } = await refused.json()
    await stranger.dispose()
    if (code === 'browser-approval-needed') return tries
    expect(code).toBe('sign-in-refused')
  }
  throw new Error('strangers are never stopped')
}

test('strangers cannot lock anybody out: a browser that was used before is let in, a new one by a mailed link', async ({
  signedIn: page,
  account,
  playwright,
  request,
  mailbox,
  otherBrowser,
}) => {
  await signOut(page)
  expect(await flood({ playwright }, account)).toBe(100)
  const link = linkIn(await mailbox.waitFor(account.email, /navegador que no coneixem/))

  await enterPassword(otherBrowser, account)
  await expect(otherBrowser.getByRole('alert')).toContainText('massa intents des de navegadors que no coneixem')
  await signIn(page, account)

  // That was forgiven only for the browser that was known already.
  await scan(request, await mailbox.waitFor(account.email, /navegador que no coneixem/))
  await otherBrowser.goto(link)
  await otherBrowser.getByRole('button', { name: 'Aprova aquest navegador' }).click()
  await expect(otherBrowser.getByRole('heading', { level: 1, name: 'Navegador aprovat' })).toBeVisible()
  await expect(accountLink(otherBrowser, account), 'it signs nobody in').toBeHidden()
  await otherBrowser.getByRole('link', { name: 'Entra' }).click()
  await signIn(otherBrowser, account)
})

test('the fifth wrong code in a session ends it', async ({ signedIn: page, account, authenticator, mailbox }) => {
  const { entry } = await turnOn(page, account, authenticator)
  const [first, ...wrong] = wrongCodes(authenticator, entry, 5) as [string, ...string[]]
  await turnOff(page, first)
  const dialog = page.getByRole('dialog')
  for (const code of wrong) {
    await expect(dialog.getByRole('alert')).toBeVisible()
    await dialog.getByRole('textbox', { name: 'Codi de 6 xifres' }).fill(code)
    await dialog.getByRole('button', { name: 'Desactiva: OFF' }).click()
  }
  await expect(signInPage(page)).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('hem tancat la sessió')
  await mailbox.waitFor(account.email, /hem tancat una sessió/)
  await page.goto('/account')
  await expect(signInPage(page)).toBeVisible()
  await enterPassword(page, account)
  await answerWithCode(page, await authenticator.next(entry))
  await expect(accountLink(page, account)).toBeVisible()
})
