import { expect, type Locator, type Page } from '@playwright/test'

type Proof = { password: string } | { code: string }

async function prove(dialog: Locator, proof: Proof) {
  if ('code' in proof) await dialog.getByRole('textbox', { name: 'Codi de 6 xifres' }).fill(proof.code)
  else await dialog.getByRole('textbox', { name: 'Contrasenya' }).fill(proof.password)
}

/** Asks for another e-mail address on the page of one's own details. */
export async function askForEmail(page: Page, email: string, proof: Proof) {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Canvia el correu electrònic' }).click()
  const dialog = page.getByRole('dialog', { name: 'Canvia el correu electrònic' })
  await dialog.getByRole('textbox', { name: 'Correu electrònic nou' }).fill(email)
  await prove(dialog, proof)
  await dialog.getByRole('button', { name: 'Envia el codi' }).click()
  await expect(dialog).toBeHidden()
}

/** Types the code that was mailed to the new address. */
export async function confirmEmail(page: Page, code: string) {
  await page.getByRole('textbox', { name: 'Codi de 8 xifres del correu' }).fill(code)
  await page.getByRole('button', { name: 'Confirma el correu nou' }).click()
}

export const phoneDialog = (page: Page) => page.getByRole('dialog', { name: 'Canvia el telèfon' })

/** Types another telephone number and sends it. */
export async function askForPhone(page: Page, phone: string, proof: Proof) {
  if (await phoneDialog(page).isHidden()) {
    await page.goto('/account')
    await page.getByRole('button', { name: 'Canvia el telèfon' }).click()
  }
  await phoneDialog(page).getByRole('textbox', { name: 'Telèfon nou' }).fill(phone)
  await prove(phoneDialog(page), proof)
  await phoneDialog(page).getByRole('button', { name: 'Desa el telèfon' }).click()
}
