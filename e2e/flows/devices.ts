import { expect, type Locator, type Page } from '@playwright/test'
import type { Person } from './sign-in.ts'

/** The way to the list of browsers: the name at the top right, then the section of the account. */
export async function openDevices(page: Page, person: Person) {
  await page.getByRole('banner').getByRole('link', { name: person.name }).click()
  await page.getByRole('link', { name: 'Dispositius i sessions' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Dispositius i sessions' })).toBeVisible()
}

const rowsOf = (page: Page, table: string): Locator => page.getByRole('table', { name: table }).getByRole('row', { name: /Chrom/ })

/** One line for each remembered device. */
export const deviceRows = (page: Page): Locator => rowsOf(page, 'Dispositius recordats')

/** One line for each session. */
export const sessionRows = (page: Page): Locator => rowsOf(page, 'Sessions obertes')

/** Asks to end all other sessions; the dialog wants a proof. */
export async function endOthers(page: Page, field: 'Contrasenya' | 'Codi de 6 xifres', proof: string) {
  await page.getByRole('button', { name: 'Tanca totes les altres' }).click()
  await proveEndOthers(page, field, proof)
}

/** Types the proof into the open dialog and sends it. */
export async function proveEndOthers(page: Page, field: 'Contrasenya' | 'Codi de 6 xifres', proof: string) {
  const dialog = page.getByRole('dialog', { name: 'Vols tancar totes les altres sessions?' })
  await dialog.getByRole('textbox', { name: field }).fill(proof)
  await dialog.getByRole('button', { name: 'Tanca totes les altres' }).click()
}

export async function forgetThisDevice(page: Page) {
  await deviceRows(page)
    .filter({ hasText: 'Aquest dispositiu' })
    .getByRole('button', { name: /Oblida/ })
    .click()
}

export async function forgetAllDevices(page: Page) {
  await page.getByRole('button', { name: "Oblida'ls tots" }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Oblida/ })
    .click()
}
