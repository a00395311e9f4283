import { expect, type Page } from '@playwright/test'

export type Person = { email: string; password: string; name: string }

export const codeField = (page: Page) => page.getByRole('textbox', { name: 'Codi de 6 xifres' })
export const codePage = (page: Page) => page.getByRole('heading', { name: 'Codi de verificació' })
export const signInPage = (page: Page) => page.getByRole('heading', { name: "Entra a l'àrea de client" })
export const accountLink = (page: Page, person: Person) => page.getByRole('banner').getByRole('link', { name: person.name })

/** The first half of signing in; what comes next depends on the account. */
export async function enterPassword(page: Page, { email, password }: Pick<Person, 'email' | 'password'>) {
  await page.goto('/sign-in')
  await page.getByRole('textbox', { name: 'Correu electrònic' }).fill(email)
  await page.getByRole('textbox', { name: 'Contrasenya' }).fill(password)
  await page.getByRole('button', { name: 'Entra', exact: true }).click()
}

/** Signs in where the password is enough: verification off, or a remembered device. */
export async function signIn(page: Page, person: Person) {
  await enterPassword(page, person)
  await expect(accountLink(page, person)).toBeVisible()
}

/** Types the code; the sixth digit sends it. */
export async function answerWithCode(page: Page, code: string, { remember = false } = {}) {
  await expect(codePage(page)).toBeVisible()
  if (remember) await page.getByRole('checkbox', { name: /Recorda la verificació en aquest dispositiu durant 30 dies/ }).check()
  await codeField(page).clear()
  await codeField(page).pressSequentially(code)
}

/** Signs in with password and code. */
export async function signInWithCode(page: Page, person: Person, code: string, options?: { remember?: boolean }) {
  await enterPassword(page, person)
  await answerWithCode(page, code, options)
  await expect(accountLink(page, person)).toBeVisible()
}

/** Signs in with one of the recovery codes in place of the app. */
export async function answerWithRecoveryCode(page: Page, code: string) {
  await page.getByRole('link', { name: 'Fes servir un codi de recuperació' }).click()
  await page.getByRole('textbox', { name: 'Codi de recuperació' }).fill(code)
  await page.getByRole('button', { name: 'Verifica i entra' }).click()
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Surt' }).click()
  await expect(signInPage(page)).toBeVisible()
}
