import type { Page } from '@playwright/test'
import { createAuthenticator } from '../authenticator/authenticator.ts'
import { expect, test } from '../fixtures.ts'
import { accept, invitationLink, openCompany, rowOf } from '../flows/contacts.ts'
import { callsPage, deskOnly, inviteToDesk, newPhone, openDesk, signInAtDesk, takeUp } from '../flows/desk.ts'
import { expectProblem, signInProtected } from '../flows/http.ts'
import { goodPassword, resetPassword } from '../flows/password.ts'
import { openRequests, requestTitle, sendRequest } from '../flows/requests.ts'
import { anotherServer, said, stop } from '../flows/servers.ts'
import { enterPassword, signIn } from '../flows/sign-in.ts'
import { confirmOn, finishWizard, openQr, readRecoveryCodes, scanQr, verificationSwitch } from '../flows/two-factor.ts'
import { command, origin } from '../product.ts'

const asked = { subject: 'Canvi de titular', service: 'soler.example', text: 'Que el titular sigui Germans Soler.' }

test('nobody gets to the desk before switching verification on', async ({ page, staff, authenticator }) => {
  await enterPassword(page, staff)
  const wizard = page.getByRole('heading', { level: 1, name: 'Autenticació de dos factors' })
  await expect(wizard).toBeVisible()
  for (const path of ['/desk', '/desk/requests']) {
    await page.goto(path)
    await expect(wizard).toBeVisible()
  }
  await expect(page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Trucada' })).toBeHidden()
  const call = { headers: { origin }, data: { phone: newPhone(), reason: 'Una prova' } }
  await expectProblem(await page.request.post('/api/desk/calls', call), 403, 'enrolment-needed')
  await expectProblem(await page.request.get('/api/desk/requests'), 403, 'enrolment-needed')

  await openQr(page)
  await confirmOn(page, await authenticator.next(await scanQr(page, authenticator)))
  await readRecoveryCodes(page)
  await finishWizard(page)
  await openDesk(page, 'Trucada')
  expect((await page.request.get('/api/desk/requests')).status()).toBe(200)
})

/** The scripts that a page has fetched, as text. */
function scriptsOf(page: Page) {
  const urls = new Set<string>()
  page.on('request', (request) => {
    if (request.resourceType() === 'script') urls.add(request.url())
  })
  return async () => Promise.all([...urls].map(async (url) => (await page.request.get(url)).text()))
}

test('a customer at the desk reads that it is not for them, is refused there, and never fetches its screens', async ({
  page,
  account,
  authenticator,
  staff,
  deskBrowser,
  deskPhone,
}) => {
  const actsOfTheDesk = /POST \/api\/desk\//
  const fetched = scriptsOf(page)
  const fetchedAtDesk = scriptsOf(deskBrowser)
  await signInProtected(page, account, authenticator)
  await page.goto('/')
  await openRequests(page)
  for (const path of ['/desk', '/desk/requests', '/desk/requests/req_1', '/desk/recovery']) {
    await page.goto(path)
    await expect(deskOnly(page)).toBeVisible()
  }
  await expect(page.getByRole('navigation', { name: 'Principal' }).getByRole('link', { name: 'Trucada' })).toBeHidden()
  for (const path of ['/api/desk/requests', '/api/desk/calls', '/api/desk/staff', '/api/desk/recovery-cases'])
    await expectProblem(await page.request.get(path), 403, 'staff-only')
  const call = { headers: { origin }, data: { phone: newPhone(), reason: 'Una prova' } }
  await expectProblem(await page.request.post('/api/desk/calls', call), 403, 'staff-only')

  await signInAtDesk(deskBrowser, staff, deskPhone)
  expect(
    (await fetchedAtDesk()).some((script) => actsOfTheDesk.test(script)),
    'the desk does fetch them',
  ).toBe(true)
  expect((await fetched()).filter((script) => actsOfTheDesk.test(script))).toEqual([])
})

test('the first admin comes by a command, invites a member of the desk, and that one works there', async ({ browser }) => {
  const server = await anotherServer()
  const running = await server.start()
  const [adminPage, staffPage, customerPage] = await Promise.all(
    [1, 2, 3].map(async () => (await browser.newContext({ baseURL: server.origin })).newPage()),
  )
  if (!adminPage || !staffPage || !customerPage) throw new Error('a browser is missing')
  try {
    const admin = { email: 'eva@casa.example', name: 'Eva Serra', password: goodPassword }
    const making = command('first-admin', [admin.email, admin.name], server.settings)
    const [link] = await said(making, /http\S+#\S+/)
    await resetPassword(adminPage, link, admin.password)
    await enterPassword(adminPage, admin)
    const adminsPhone = createAuthenticator()
    await expect(verificationSwitch(adminPage)).toBeVisible()
    await openQr(adminPage)
    const adminsEntry = await scanQr(adminPage, adminsPhone)
    await confirmOn(adminPage, await adminsPhone.next(adminsEntry))
    await readRecoveryCodes(adminPage)
    await finishWizard(adminPage)
    await adminPage.goto('/desk')
    await expect(deskOnly(adminPage), 'who manages the desk is not of it').toBeVisible()

    const staff = { email: 'pol@casa.example', name: 'Pol Mas', password: goodPassword }
    await openCompany(adminPage, 'Contactes')
    await inviteToDesk(adminPage, staff, await adminsPhone.next(adminsEntry))
    await accept(staffPage, await invitationLink(server.mailbox, staff), staff.password)
    await enterPassword(staffPage, staff)
    const staffsPhone = createAuthenticator()
    await openQr(staffPage)
    const entry = await scanQr(staffPage, staffsPhone)
    await confirmOn(staffPage, await staffsPhone.next(entry))
    await readRecoveryCodes(staffPage)
    await finishWizard(staffPage)
    await adminPage.reload()
    await expect(rowOf(adminPage, staff)).toContainText("Servei d'atenció")

    const customer = await server.addAccount()
    await signIn(customerPage, customer)
    const number = await sendRequest(customerPage, asked, customer)
    await staffPage.goto('/')
    await expect(callsPage(staffPage)).toBeVisible()
    await takeUp(staffPage, number, asked)
    await expect(requestTitle(staffPage, asked)).toBeVisible()
    await expect(staffPage.getByRole('main')).toContainText('Signatura vàlida')

    const again = command('first-admin', ['altra@casa.example', 'Algú Altre'], server.settings)
    let refusal = ''
    again.stderr?.on('data', (chunk) => {
      refusal += chunk
    })
    await new Promise((done) => again.on('close', done))
    expect(refusal).toMatch(/^first-admin: this house has people already/)
    expect(again.exitCode).toBe(1)
  } finally {
    await stop(running)
    for (const page of [adminPage, staffPage, customerPage]) await page.context().close()
  }
})
