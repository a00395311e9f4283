import { type APIRequest, expect, type Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import type { Mailbox } from '../mailbox.ts'
import { askForEmail, askForPhone, phoneDialog } from './account.ts'
import { guessByHttp, warnedWithin } from './codes.ts'
import { newClient, turnOnByHttp } from './http.ts'
import { linkIn } from './mailed.ts'
import { askForReset, changePassword, deadLink, goodPassword, typeNewPassword } from './password.ts'
import { type Look, settled } from './screens.ts'
import { type Person, signIn, signInWithCode } from './sign-in.ts'

type Tools = { playwright: { request: APIRequest }; authenticator: Authenticator; mailbox: Mailbox }

/** Shows the screens of the ways back, of the warnings and of one's own details, in each of their states, and calls `look` on each. */
export async function visitWaysBack(page: Page, person: Person, { playwright, authenticator, mailbox }: Tools, look: Look) {
  // A browser that was used before has its own count of codes.
  await signIn(page, person)
  const client = await newClient(playwright)
  const { entry } = await turnOnByHttp(client, person, authenticator)
  await client.dispose()
  // What warns needs its time: it is looked at last.
  await guessByHttp(playwright, person, authenticator, entry)

  await page.goto('/forgot-password')
  await settled(page)
  await look('forgotten password')
  await askForReset(page, person.email)
  await look('forgotten password, sent')
  const link = linkIn(await mailbox.waitFor(person.email, /contrasenya nova/))
  await visitMailedLinks(page, link, look)

  await signInWithCode(page, person, await authenticator.next(entry))
  for (const path of ['/account/password', '/account/activity', '/account/activity?topic=devices&to=2020-01-31']) {
    await page.goto(path)
    await settled(page)
    await look(path)
  }
  await page.goto('/account/password')
  await changePassword(page, person, `${person.name} 2026`, '000000')
  await expect(page.getByText('Conté el teu nom')).toBeVisible()
  await look('new password, refused')

  await askForPhone(page, 'no en tinc', { code: '000000' })
  await expect(phoneDialog(page).getByText('No és un número')).toBeVisible()
  await look('telephone, refused')
  await askForEmail(page, `new-${person.email}`, { code: await authenticator.next(entry) })
  await expect(page.getByRole('button', { name: 'Confirma el correu nou' })).toBeVisible()
  await look('another e-mail address, to be confirmed')

  await mailbox.waitFor(person.email, /a mitges/, warnedWithin)
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Entrades a mitges' })).toBeVisible()
  await settled(page)
  await look('banner')
}

/** The pages that mailed links lead to: what can be done there, and what is said when the link is dead. */
async function visitMailedLinks(page: Page, resetLink: string, look: Look) {
  await page.goto(resetLink)
  await settled(page)
  await look('reset')
  await typeNewPassword(page, 'password123456789')
  await expect(page.getByText('molt corrent')).toBeVisible()
  await look('reset, refused')
  await page.getByRole('textbox', { name: 'Contrasenya nova' }).fill(goodPassword)
  await expect(page.getByRole('status').filter({ hasText: /bona/ })).toBeVisible()
  await look('reset, a good one')
  for (const [path, button] of [
    ['/not-me', 'No he estat jo'],
    ['/approve-browser', 'Aprova aquest navegador'],
  ] as const) {
    await page.goto(`${path}#${'A'.repeat(43)}`)
    await settled(page)
    await look(path)
    await page.getByRole('button', { name: button }).click()
    await expect(deadLink(page)).toBeVisible()
    await look(`${path}, dead`)
  }
}
