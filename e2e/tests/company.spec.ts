import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { openCompany, openContact, switchOnHereAndNow, toast } from '../flows/contacts.ts'
import { today } from '../flows/days.ts'
import { ownId, signInProtected } from '../flows/http.ts'
import { accountLink, codeField, enterPassword, signIn, signOut } from '../flows/sign-in.ts'
import { openTwoFactor, turnOff } from '../flows/two-factor.ts'
import { origin } from '../product.ts'

const list = (page: Page) => page.getByRole('region', { name: 'Què ha passat' })
const wayBack = (page: Page, words: string) => page.getByRole('listitem').filter({ hasText: words })

test('the company rule binds from its date: today, at once, and until it is lifted', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  mailbox,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  await signIn(otherBrowser, colleague)
  await openCompany(page, 'Verificació')
  await page.getByRole('button', { name: 'Fes-la obligatòria' }).click()
  const dialog = page.getByRole('dialog', { name: 'Verificació obligatòria per a tothom' })
  await dialog.getByLabel('A partir del dia').fill(await today())
  await codeField(page).fill(await authenticator.next(entry))
  await dialog.getByRole('button', { name: 'Desa la norma' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('main')).toContainText('Vigent')
  await mailbox.waitFor(colleague.email, /demanarà la verificació a tothom/)

  await otherBrowser.goto('/account')
  await expect(otherBrowser.getByRole('main')).toContainText('cal que activis la verificació')
  await signOut(otherBrowser)
  await enterPassword(otherBrowser, colleague)
  await expect(otherBrowser.getByRole('main')).toContainText('cal que activis la verificació')

  await page.getByRole('button', { name: 'Treu la norma' }).click()
  await codeField(page).fill(await authenticator.next(entry))
  await page.getByRole('dialog').getByRole('button', { name: 'Treu la norma' }).click()
  await expect(toast(page, "S'ha tret la norma")).toBeVisible()
  await otherBrowser.goto('/')
  await expect(accountLink(otherBrowser, colleague)).toBeVisible()
  await expect(otherBrowser.getByRole('main')).not.toContainText('cal que activis')
})

test('a rule for later is announced, binds nobody yet, and its date can be changed', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  mailbox,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  await openCompany(page, 'Verificació')
  await page.getByRole('button', { name: 'Fes-la obligatòria' }).click()
  await codeField(page).fill(await authenticator.next(entry))
  await page.getByRole('button', { name: 'Desa la norma' }).click()
  await expect(page.getByRole('main')).toContainText('Anunciada')
  await expect(page.getByRole('button', { name: 'Canvia la data' })).toBeVisible()
  await mailbox.waitFor(colleague.email, /demanarà la verificació a tothom/)
  await signIn(otherBrowser, colleague)
  await otherBrowser.goto('/account/sessions')
  await expect(otherBrowser.getByRole('heading', { level: 1, name: 'Dispositius i sessions' })).toBeVisible()
})

test('the board counts, and says who would be stuck without the phone', async ({ page, account, colleague, authenticator, otherPhone }) => {
  const { entry } = await signInProtected(page, account, authenticator)
  await openCompany(page, 'Contactes')
  await switchOnHereAndNow(page, colleague, await authenticator.next(entry), otherPhone)
  await openCompany(page, 'Verificació')
  await expect(page.getByRole('main')).toContainText('2 de 2')
  await expect(wayBack(page, 'Amb un codi de recuperació')).toHaveText(/^1/)
  await expect(wayBack(page, "Amb l'ajuda d'un altre administrador"), 'no codes yet, but the admin can help').toHaveText(/^1/)
  await expect(wayBack(page, 'Només amb una sol·licitud certificada')).toHaveText(/^0/)

  await openTwoFactor(page, account)
  await turnOff(page, await authenticator.next(entry))
  await expect(page.getByRole('switch')).not.toBeChecked()
  await openCompany(page, 'Verificació')
  await expect(page.getByRole('main')).toContainText('1 de 2')
  await expect(wayBack(page, 'Només amb una sol·licitud certificada')).toHaveText(/^1/)
  await expect(page.getByRole('table', { name: "Qui s'hi quedaria encallat" })).toContainText(colleague.name)
  await page.getByRole('link', { name: 'Mira qui són' }).click()
  await expect(page.getByRole('table', { name: 'Persones' })).toContainText(account.name)
  await expect(page.getByRole('table', { name: 'Persones' })).not.toContainText(colleague.name)
})

test('the list for a spreadsheet holds everybody once, and no formula', async ({ signedIn: page, account, colleague }) => {
  const formula = '=HYPERLINK("http://evil.example","click, please")'
  await openContact(page, colleague)
  await page.getByRole('button', { name: 'Edita' }).click()
  await page.getByRole('textbox', { name: 'Nom' }).fill(formula)
  await page.getByRole('textbox', { name: 'Telèfon (si en té)' }).fill('+34 972 000 111')
  // a number by which orders count: a proof is asked for, here the password, because verification is off
  await page.getByLabel('Contrasenya', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Desa', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: formula })).toBeVisible()

  await openCompany(page, 'Verificació')
  const started = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Baixa la llista (CSV)' }).click()
  const file = await started
  expect(file.suggestedFilename()).toMatch(/^[\w.-]+\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text.startsWith('\ufeff')).toBe(true)
  const lines = text.slice(1).split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines.at(-1)).toBe('')
  expect(text).not.toContain('"=')
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""click, please"")","${colleague.email}","'+34972000111"`)
  expect(lines.filter((line) => line.includes(account.email))).toHaveLength(1)
})

test('the activity of the company names who it is about, and narrows to a person, a topic and days', async ({
  signedIn: page,
  account,
  colleague,
  otherBrowser,
}) => {
  await signIn(otherBrowser, colleague)
  const id = await ownId(otherBrowser.request)
  const change = (data: object) => page.request.patch(`/api/contacts/${id}`, { headers: { origin }, data })
  expect((await change({ phone: '+34972000111' })).status()).toBe(403)
  expect((await change({ phone: '+34972000111', password: account.password })).status()).toBe(200)
  await openCompany(page, 'Activitat')
  const events = list(page).getByRole('listitem')
  await expect(events.first()).toContainText("S'han canviat les dades")
  await expect(events.first()).toContainText(`per ${account.name}`)
  await expect(list(page).getByRole('button', { name: account.name }).first()).toBeVisible()

  await list(page).getByRole('button', { name: colleague.name }).first().click()
  await expect(page.getByRole('main')).toContainText(`Només ${colleague.name}`)
  await expect(page).toHaveURL(/person=/)
  await expect(list(page).getByRole('button', { name: account.name })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Què' }).getByRole('option')).toHaveText([
    'Tot',
    'Entrades i avisos',
    'Verificació',
    'Dispositius i sessions',
    'Dades i contrasenya',
    'Persones i normes',
    'Programes',
    'Sol·licituds i trucades',
    'Mòbil perdut',
  ])
  await page.getByRole('combobox', { name: 'Què' }).selectOption('Entrades i avisos')
  await expect(list(page)).toContainText('Entrada amb contrasenya')
  await expect(list(page)).not.toContainText("S'han canviat les dades")
  await page.reload()
  await expect(list(page)).toContainText('Entrada amb contrasenya')
  await page.getByLabel('Fins al').fill('2020-01-31')
  await expect(list(page)).toContainText('Amb aquests filtres no hi ha res')
  await page.getByRole('button', { name: 'Treu els filtres' }).click()
  await page.getByRole('button', { name: 'Mostra tothom' }).click()
  await expect(list(page).getByRole('button', { name: account.name }).first()).toBeVisible()
})
