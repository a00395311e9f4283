import { expect, type Page } from '@playwright/test'
import { codeField, type Person, signInPage } from './sign-in.ts'

/** Hard to guess, and of nobody's own words. */
export const goodPassword = 'gavina lloguer taronja 42 pont'
export const anotherGoodPassword = 'rellotge nuvol pissarra 17 mel'

export const newPasswordField = (page: Page) => page.getByRole('textbox', { name: 'Contrasenya nova' })
export const deadLink = (page: Page) => page.getByRole('heading', { level: 1, name: 'Aquest enllaç ja no serveix' })

/** From the sign-in page to the news that a mail is on its way. */
export async function askForReset(page: Page, email: string) {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Has oblidat la contrasenya?' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Has oblidat la contrasenya?' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Correu electrònic' }).fill(email)
  await page.getByRole('button', { name: "Envia l'enllaç" }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mira el correu' })).toBeVisible()
}

/** Types a new password on the page of a mailed link, and sends it. */
export async function typeNewPassword(page: Page, password: string) {
  await newPasswordField(page).fill(password)
  await page.getByRole('button', { name: 'Desa la contrasenya' }).click()
}

/** Sets a new password by a mailed link. */
export async function resetPassword(page: Page, link: string, password: string) {
  await page.goto(link)
  await typeNewPassword(page, password)
  await expect(signInPage(page)).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: "S'ha canviat la contrasenya" })).toBeVisible()
}

export async function openPasswordPage(page: Page, person: Person) {
  await page.getByRole('banner').getByRole('link', { name: person.name }).click()
  await page.getByRole('navigation', { name: 'Compte' }).getByRole('link', { name: 'Contrasenya' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contrasenya' })).toBeVisible()
}

/** Asks for another password on the account's page, with a code where verification is on. */
export async function changePassword(page: Page, { password }: Person, newPassword: string, code?: string) {
  await page.getByRole('textbox', { name: 'Contrasenya actual' }).fill(password)
  await newPasswordField(page).fill(newPassword)
  if (code !== undefined) await codeField(page).fill(code)
  await page.getByRole('main').getByRole('button', { name: 'Canvia la contrasenya' }).click()
}
