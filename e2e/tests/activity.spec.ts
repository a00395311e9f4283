import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { placeOf } from '../flows/addresses.ts'
import { dayOf } from '../flows/days.ts'
import { accountLink, enterPassword, signIn } from '../flows/sign-in.ts'
import { turnOn } from '../flows/two-factor.ts'
import { origin } from '../product.ts'

const list = (page: Page) => page.getByRole('region', { name: 'Què ha passat' })
const events = (page: Page) => list(page).getByRole('listitem')
const topic = (page: Page) => page.getByRole('combobox', { name: 'Què' })

async function openActivity(page: Page, person: { name: string }) {
  await page.getByRole('banner').getByRole('link', { name: person.name }).click()
  await page.getByRole('navigation', { name: 'Compte' }).getByRole('link', { name: 'Activitat' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Activitat' })).toBeVisible()
}

test('what happened is told in words, newest first, with the browser and the place', async ({ page, account, address, authenticator }) => {
  await enterPassword(page, { ...account, password: 'not the password' })
  await expect(page.getByRole('alert')).toBeVisible()
  await signIn(page, account)
  await turnOn(page, account, authenticator)
  await openActivity(page, account)
  const told = ['Verificació activada', "S'ha mostrat una clau nova", 'Entrada amb contrasenya', 'Contrasenya incorrecta']
  await expect(events(page)).toHaveCount(told.length)
  for (const [at, words] of told.entries()) await expect(events(page).nth(at)).toContainText(words)
  await expect(events(page).first()).toContainText(/Chrom.* · /)
  await expect(events(page).first()).toContainText(placeOf(address))
})

test('the filters are kept in the address, and a filter that finds nothing says so', async ({ page, account, authenticator }) => {
  // Before anything happens: at midnight the day may be over by the time it is asked for.
  const began = dayOf(new Date())
  await signIn(page, account)
  await turnOn(page, account, authenticator)
  await openActivity(page, account)
  await topic(page).selectOption('Verificació')
  await expect(list(page)).not.toContainText('Entrada amb contrasenya')
  await expect(list(page)).toContainText('Verificació activada')
  await expect(page).toHaveURL(/topic=verification/)
  await page.reload()
  await expect(topic(page)).toHaveValue('verification')
  await expect(list(page)).not.toContainText('Entrada amb contrasenya')

  await page.getByLabel('Fins al').fill('2020-01-31')
  await expect(list(page)).toContainText('Amb aquests filtres no hi ha res')
  await page.getByRole('button', { name: 'Treu els filtres' }).click()
  await expect(list(page)).toContainText('Entrada amb contrasenya')
  await page.getByLabel('Des del').fill(began)
  await expect(list(page)).toContainText('Entrada amb contrasenya')
})

test('a long list comes in pages, without losing the place', async ({ signedIn: page, account }) => {
  for (let n = 0; n < 30; n++) {
    const response = await page.request.patch('/api/me', { headers: { origin }, data: { language: n % 2 ? 'ca' : 'es' } })
    expect(response.status()).toBe(204)
  }
  await openActivity(page, account)
  await expect(events(page)).toHaveCount(25)
  await page.getByRole('button', { name: "Mostra'n més" }).click()
  await expect(events(page)).toHaveCount(31)
  await expect(events(page).nth(25)).toBeFocused()
  await expect(list(page)).toContainText("No n'hi ha més")
  await expect(events(page).last()).toContainText('Entrada amb contrasenya')
  await expect(accountLink(page, account)).toBeVisible()
})
