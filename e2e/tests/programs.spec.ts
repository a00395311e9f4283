import type { Page } from '@playwright/test'
import { test as base, expect } from '../fixtures.ts'
import { newAddress } from '../flows/addresses.ts'
import { warnedWithin } from '../flows/codes.ts'
import { openCompany, openContact, toast } from '../flows/contacts.ts'
import { expectProblem, newClient, sendPassword, signInProtected } from '../flows/http.ts'
import { codeField, signIn } from '../flows/sign-in.ts'
import { makeProgramByHttp, newProgram, type Program } from '../flows/soap.ts'
import { openTwoFactor, verificationSwitch } from '../flows/two-factor.ts'
import { addAccounts } from '../product.ts'

const test = base.extend<{ programAddress: string; program: Program }>({
  programAddress: async ({ browserName: _ }, use) => use(newAddress()),
  program: async ({ playwright, programAddress }, use) => {
    const program = await newProgram(playwright, programAddress)
    await use(program)
    await program.end()
  },
})

/** What is on the screen to be copied, in its order: login, password and, on the guided path, the address of the WSDL. */
const pasted = async (page: Page) => {
  const values = page.getByRole('dialog').or(page.getByRole('main')).last().getByRole('code')
  await expect(values.nth(1)).toBeVisible()
  const [login = '', password = '', wsdl = ''] = await values.allInnerTexts()
  return { login, password, wsdl }
}

test('the guided path: the checklist, the password once, and the first call that arrives live', async ({
  page,
  account,
  authenticator,
  program,
  mailbox,
}) => {
  await signIn(page, account)
  await openCompany(page, 'Contactes')
  await page.getByRole('link', { name: "Crea un contacte d'API" }).click()
  await expect(page.getByRole('main')).toContainText('La teva verificació està desactivada')
  await expect(page.getByRole('textbox', { name: 'Nom del programa' })).toBeHidden()

  const { entry } = await signInProtected(page, account, authenticator)
  await page.reload()
  await expect(page.getByRole('main')).toContainText('La teva verificació està activada')
  await page.getByRole('textbox', { name: 'Nom del programa' }).fill('facturacio-erp')
  await codeField(page).fill(await authenticator.next(entry))
  await page.getByRole('button', { name: "Crea'l" }).click()
  const { login, password, wsdl } = await pasted(page)
  expect(login).toMatch(/^facturacio-erp-/)
  expect(password).toMatch(/^[0-9A-Za-z]{32}$/)
  const description = await page.request.get(wsdl)
  expect(await description.text()).toContain('urn:porta:soap:v1')
  await mailbox.waitFor(account.email, /contacte d'API nou/)

  await page.getByRole('button', { name: "Ja l'he desada" }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Esperant la primera crida' })).toBeVisible()
  const session = await program.login(login, password)
  await expect(page.getByRole('status').filter({ hasText: 'Ja ha entrat: Login' }), 'without loading the page again').toBeVisible()
  const asked = { subject: 'DNS <per a> «soler.example»', service: 'domini & correu', text: 'Línia 1\nLínia 2' }
  expect((await program.call('CreateRequest', { session, ...asked })).value('id')).not.toBe('')
  const requests = await program.call('ListRequests', { session })
  for (const [name, words] of Object.entries(asked)) expect(requests.value(name)).toBe(words)

  await page.getByRole('link', { name: "Fitxa del contacte d'API" }).click()
  await expect(page.getByRole('main')).toContainText(login)
  await expect(page.getByRole('main')).toContainText(/Última connexió.*(Login|CreateRequest|ListRequests)/)
  await expect(page.getByRole('main'), 'it was shown once').not.toContainText(password)
  await program.call('Logout', { session })
  expect(await program.refusal('GetAccount', { session })).toBe('not-signed-in')
})

test('an admin makes none before the main account has verification on', async ({ page, account, authenticator }) => {
  const [second] = await addAccounts(1, { role: 'admin', beside: account })
  if (!second) throw new Error('no second admin')
  await signInProtected(page, second, authenticator)
  await page.goto('/programs/new')
  await expect(page.getByRole('main')).toContainText('La teva verificació està activada')
  await expect(page.getByRole('main')).toContainText('La del compte principal està desactivada')
  await expect(page.getByRole('textbox', { name: 'Nom del programa' })).toBeHidden()
})

test('a program never gets into the web', async ({ page, account, authenticator, playwright }) => {
  const { entry } = await signInProtected(page, account, authenticator)
  const made = await makeProgramByHttp(page.request, 'mai-al-web', await authenticator.next(entry))
  const client = await newClient(playwright)
  await expectProblem(await sendPassword(client, { email: made.login, password: made.password }), 401, 'sign-in-refused')
  await client.dispose()
})

test('after a change both passwords work, so that the program need not stop; a third does not', async ({
  page,
  account,
  authenticator,
  program,
  mailbox,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  const { id, login, password: old } = await makeProgramByHttp(page.request, 'erp', await authenticator.next(entry))
  await page.goto(`/programs/${id}`)
  await page.getByRole('button', { name: 'Canvia la contrasenya' }).click()
  await codeField(page).fill(await authenticator.next(entry))
  await page.getByRole('dialog').getByRole('button', { name: 'Canvia la contrasenya' }).click()
  const { password: young } = await pasted(page)
  expect(young).not.toBe(old)
  await page.getByRole('button', { name: "Ja l'he desada" }).click()
  await expect(page.getByRole('main')).toContainText("l'anterior, fins")
  await mailbox.waitFor(account.email, /la contrasenya d'un contacte d'API ha canviat/)
  for (const password of [old, young]) expect(await program.login(login, password)).not.toBe('')
  expect(await program.refusal('Login', { login, password: `${young}x` })).toBe('sign-in-refused')
})

test('a program with a list of addresses gets in from there only, and once removed from nowhere', async ({
  page,
  account,
  authenticator,
  program,
  programAddress,
  playwright,
}) => {
  const { entry } = await signInProtected(page, account, authenticator)
  const { id, login, password } = await makeProgramByHttp(page.request, 'erp', await authenticator.next(entry), ['203.0.113.7'])
  expect(await program.refusal('Login', { login, password })).toBe('address-not-allowed')
  await page.goto(`/programs/${id}`)
  await expect(page.getByRole('main')).toContainText('203.0.113.7')
  await page.getByRole('button', { name: 'Canvia les adreces' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: "Adreces des d'on pot entrar" }).fill(`203.0.113.7, ${programAddress}/32`)
  await codeField(page).fill(await authenticator.next(entry))
  await dialog.getByRole('button', { name: 'Desa les adreces' }).click()
  await expect(toast(page, "S'han desat les adreces")).toBeVisible()
  const session = await program.login(login, password)
  const elsewhere = await newProgram(playwright, newAddress())
  expect(await elsewhere.refusal('GetAccount', { session })).toBe('address-not-allowed')
  await elsewhere.end()

  await page.getByRole('button', { name: 'Elimina' }).click()
  await codeField(page).fill(await authenticator.next(entry))
  await dialog.getByRole('button', { name: 'Elimina' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Contactes' })).toBeVisible()
  expect(await program.refusal('Login', { login, password })).toBe('sign-in-refused')
})

test('with verification on a person is refused by SOAP, also in the middle, and warned of whoever has the password', async ({
  signedIn: page,
  account,
  authenticator,
  program,
  mailbox,
}) => {
  const session = await program.login(account.email, account.password)
  expect((await program.call('GetAccount', { session })).value('name')).toBe(account.name)
  await signInProtected(page, account, authenticator)
  expect(await program.refusal('GetAccount', { session })).toBe('verification-is-on')
  const refused = await program.call('Login', { login: account.email, password: account.password })
  expect(refused.value('code')).toBe('verification-is-on')
  expect(refused.value('faultstring'), 'the cause and the cure').toMatch(/verification is on.*API contact/)
  expect(await program.refusal('Login', { login: account.email, password: 'wrong' })).toBe('sign-in-refused')
  const warning = await mailbox.waitFor(account.email, /a mitges/, warnedWithin)
  expect(warning.text).toContain('SOAP')
})

test('before ON it is said which program will stop, to the person and to who administers', async ({
  page,
  account,
  colleague,
  otherBrowser,
  program,
}) => {
  const session = await program.login(colleague.email, colleague.password)
  await program.call('ListRequests', { session })
  await signIn(otherBrowser, colleague)
  await openTwoFactor(otherBrowser, colleague)
  await verificationSwitch(otherBrowser).click()
  const stops = otherBrowser.getByRole('main')
  await expect(stops).toContainText('Què deixarà de funcionar')
  await expect(stops).toContainText(/per SOAP.*(Login|ListRequests)/)
  await expect(stops).toContainText("Demana abans a qui administra l'empresa")

  await signIn(page, account)
  await openContact(page, colleague)
  await expect(page.getByRole('main')).toContainText(/Un programa entra amb aquest contacte per SOAP: (Login|ListRequests)/)
  await page.getByRole('link', { name: "Fes-li abans un contacte d'API" }).click()
  await expect(page.getByRole('heading', { level: 1, name: "Contacte d'API nou" })).toBeVisible()
})
