import { createAuthenticator } from '../authenticator/authenticator.ts'
import { expect, test } from '../fixtures.ts'
import {
  accept,
  act,
  adminsOnly,
  invitationLink,
  invite,
  openCompany,
  openContact,
  people,
  switchOnHereAndNow,
  toast,
} from '../flows/contacts.ts'
import { expectProblem, ownId, signInByHttp, signInProtected } from '../flows/http.ts'
import { goodPassword } from '../flows/password.ts'
import { enterPassword, signIn, signInPage } from '../flows/sign-in.ts'
import { makeProgramByHttp } from '../flows/soap.ts'
import { addAccounts, origin } from '../product.ts'

test('120 contacts: searched without accents, sorted and paged, and the address keeps it', async ({ signedIn: page, account }) => {
  const others = await addAccounts(119, { role: 'member', beside: account })
  const [found] = others
  const rows = people(page).getByRole('row')
  const search = page.getByRole('searchbox', { name: 'Cerca' })
  await openCompany(page, 'Contactes')
  await expect(page.getByText('Pàgina 1 de 3')).toBeVisible()
  await expect(rows).toHaveCount(51)

  await page.getByRole('button', { name: 'Següent' }).click()
  await page.getByRole('button', { name: 'Següent' }).click()
  await expect(page.getByText('Pàgina 3 de 3')).toBeVisible()
  await expect(rows).toHaveCount(21)
  await page.reload()
  await expect(rows).toHaveCount(21)
  await page.goBack()
  await expect(page.getByText('Pàgina 2 de 3')).toBeVisible()

  const names = [account, ...others].map(({ name }) => name).sort()
  await page.getByRole('columnheader', { name: 'Nom' }).getByRole('button').click()
  await expect(page.getByRole('columnheader', { name: 'Nom' })).toHaveAttribute('aria-sort', 'descending')
  await expect(rows.nth(1)).toContainText(names.at(-1) as string)
  await page.getByRole('columnheader', { name: 'Última entrada' }).getByRole('button').click()
  await expect(rows.nth(1)).toContainText(account.name)

  await openContact(page, account)
  await page.goto('/contacts')
  if (!found) throw new Error('no contacts')
  await search.fill(found.email.slice(0, -8))
  await expect(rows).toHaveCount(2)
  await people(page).getByRole('link', { name: found.name }).click()
  await page.getByRole('button', { name: 'Edita' }).click()
  await page.getByRole('textbox', { name: 'Nom' }).fill('Núria Žižková-Peña')
  await page.getByRole('button', { name: 'Desa', exact: true }).click()
  await expect(toast(page, "S'han desat les dades")).toBeVisible()
  await page.goto('/contacts')
  await search.fill('pena zizk')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Núria Žižková-Peña')
  await expect(page).toHaveURL(/search=/)
  await search.fill('ningú que es digui així')
  await expect(page.getByRole('main')).toContainText('No hem trobat ningú')
  await page.getByRole('button', { name: "Mostra'ls tots" }).click()
  await expect(rows).toHaveCount(51)
})

test('promoted, given the main account, and then able to demote who was it: each is told by mail', async ({
  signedIn: page,
  account,
  colleague,
  otherBrowser,
  mailbox,
}) => {
  await signIn(otherBrowser, colleague)
  await openContact(page, colleague)
  await act(page, "Fes que administri l'empresa", account)
  await mailbox.waitFor(colleague.email, /ara ets administrador/)
  await openContact(otherBrowser, account)
  await expect(otherBrowser.getByRole('main')).toContainText('És el compte principal: sempre administra i sempre és actiu')
  for (const name of ["Treu-li l'administració", 'Desactiva', 'Dona de baixa'])
    await expect(otherBrowser.getByRole('button', { name, exact: true })).toBeHidden()

  await act(page, 'Passa-li el compte principal', account)
  await mailbox.waitFor(account.email, /el compte principal de l'empresa ha canviat/)
  await openContact(otherBrowser, account)
  await act(otherBrowser, "Treu-li l'administració", colleague)
  await mailbox.waitFor(account.email, /ja no ets administrador/)
  await page.goto('/contacts')
  await expect(adminsOnly(page), 'at once').toBeVisible()
})

test('the last admin and the main account stay, also for who asks without the page; nobody deactivates oneself', async ({
  signedIn: page,
  account,
}) => {
  await openContact(page, account)
  await expect(page.getByRole('main')).toContainText('sempre administra i sempre és actiu')
  const id = await ownId(page.request)
  const ask = (what: string, data: object) =>
    page.request.post(`/api/contacts/${id}/${what}`, { headers: { origin }, data: { ...data, password: account.password } })
  for (const response of [await ask('role', { role: 'member' }), await ask('active', { active: false }), await ask('leave', {})]) {
    expect(response.ok()).toBe(false)
    expect((await response.json()).code).toMatch(/^(main-account-stays|not-yourself|last-admin)$/)
  }
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: account.name })).toBeVisible()
})

test('who is deactivated is out at once, and comes back with the same password', async ({
  signedIn: page,
  account,
  colleague,
  otherBrowser,
  mailbox,
}) => {
  await signIn(otherBrowser, colleague)
  await openContact(page, colleague)
  await act(page, 'Desactiva', account)
  await mailbox.waitFor(colleague.email, /el teu compte està desactivat/)
  await otherBrowser.goto('/account')
  await expect(signInPage(otherBrowser)).toBeVisible()
  await enterPassword(otherBrowser, colleague)
  await expect(otherBrowser.getByRole('alert')).toContainText('no són correctes')

  await act(page, 'Torna a activar', account)
  await mailbox.waitFor(colleague.email, /torna a estar actiu/)
  await signIn(otherBrowser, colleague)
})

test('an admin ends the sessions of a contact', async ({ signedIn: page, account, colleague, otherBrowser, mailbox }) => {
  await signIn(otherBrowser, colleague)
  await openContact(page, colleague)
  await act(page, 'Tanca les sessions', account)
  await mailbox.waitFor(colleague.email, /ha tancat les teves sessions/)
  await otherBrowser.goto('/account')
  await expect(signInPage(otherBrowser)).toBeVisible()
})

test('who leaves is gone in one act, with a report, and the address is free again', async ({
  signedIn: page,
  account,
  colleague,
  otherBrowser,
  mailbox,
}) => {
  await signIn(otherBrowser, colleague)
  await openContact(page, colleague)
  await act(page, 'Dona de baixa', account)
  await expect(page.getByRole('heading', { level: 1, name: 'Baixes' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: colleague.name })).toBeVisible()
  for (const words of [colleague.email, `per ${account.name}`, "S'ha tancat 1 sessió", 'No tenia la verificació activada'])
    await expect(page.getByRole('main')).toContainText(words)
  await mailbox.waitFor(colleague.email, /el teu compte ja no existeix/)
  await otherBrowser.goto('/account')
  await expect(signInPage(otherBrowser)).toBeVisible()
  await enterPassword(otherBrowser, colleague)
  await expect(otherBrowser.getByRole('alert')).toContainText('no són correctes')

  await openCompany(page, 'Contactes')
  await expect(people(page)).not.toContainText(colleague.name)
  await invite(page, colleague)
  await accept(otherBrowser, await invitationLink(mailbox, colleague), goodPassword)
  await signIn(otherBrowser, { ...colleague, password: goodPassword })
})

test('the report of an admin who leaves names the programs and the keys to be looked at', async ({
  page,
  account,
  colleague,
  otherBrowser,
  authenticator,
  otherPhone,
}) => {
  const [leaver] = await addAccounts(1, { role: 'admin', beside: account })
  if (!leaver) throw new Error('no second admin')
  const { entry } = await signInProtected(page, account, authenticator)
  const { entry: theirs } = await signInProtected(otherBrowser, leaver, otherPhone)
  await makeProgramByHttp(otherBrowser.request, 'facturacio-erp', await otherPhone.next(theirs))
  await openCompany(otherBrowser, 'Contactes')
  await switchOnHereAndNow(otherBrowser, colleague, await otherPhone.next(theirs), createAuthenticator())

  await openContact(page, leaver)
  await act(page, 'Dona de baixa', { code: await authenticator.next(entry) })
  const report = page.getByRole('main')
  await expect(report).toContainText('La clau i els codis de recuperació ja no serveixen')
  await expect(report).toContainText('continuen funcionant: facturacio-erp')
  await expect(report).toContainText(`va veure la clau: ${colleague.name}`)
})

test('who does not administer sees nothing of the company, not by its address either', async ({ page, account, colleague }) => {
  await signIn(page, colleague)
  await expect(page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Contactes' })).toBeHidden()
  const id = await ownId(page.request)
  for (const path of ['/contacts', `/contacts/${id}`, '/company/verification', '/company/activity', '/company/leavers', '/programs/new']) {
    await page.goto(path)
    await expect(adminsOnly(page)).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(account.name)
  }
  for (const path of [
    'contacts',
    `contacts/${id}`,
    'company/board',
    'company/board.csv',
    'company/activity',
    'leavers',
    'invitations',
    'api-contacts',
  ])
    await expectProblem(await page.request.get(`/api/${path}`), 403, 'admins-only')
})

test("another company's contact cannot be told from one that never was", async ({ signedIn: page, nextAccount, otherBrowser }) => {
  await signInByHttp(otherBrowser.request, await nextAccount(), { origin })
  const foreign = await ownId(otherBrowser.request)
  const answers = await Promise.all([foreign, `${foreign.slice(0, -2)}zz`].map((id) => page.request.get(`/api/contacts/${id}`)))
  const [one, other] = await Promise.all(
    answers.map(async (answer) => ({ ...(await answer.json()), requestId: '', status: answer.status() })),
  )
  expect(one).toMatchObject({ status: 404, code: 'not-found' })
  expect(other).toEqual(one)
  await page.goto(`/contacts/${foreign}`)
  await expect(page.getByRole('main')).toContainText('Això ja no existeix')
})
