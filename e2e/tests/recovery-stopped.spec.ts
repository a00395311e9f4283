import type { APIRequest, Page } from '@playwright/test'
import { createAuthenticator } from '../authenticator/authenticator.ts'
import { expect, test } from '../fixtures.ts'
import { from, newAddress } from '../flows/addresses.ts'
import { expectProblem, newClient, turnOnByHttp } from '../flows/http.ts'
import { linkIn, scan } from '../flows/mailed.ts'
import { deadLink } from '../flows/password.ts'
import { caseCode, inThrees, openCase, openCompanyCases, ownCaseBanner, stopByLink } from '../flows/recovery.ts'
import {
  actByHttp,
  approveByHttp,
  caseByHttp,
  caseIdByHttp,
  deskByHttp,
  enterByHttp,
  openCaseByHttp,
  sentCaseByHttp,
} from '../flows/recovery-http.ts'
import { anotherServer, stop } from '../flows/servers.ts'
import { signIn, signInWithCode } from '../flows/sign-in.ts'
import { addAccounts } from '../product.ts'

/** The times that an installation has by itself. */
const usualTimes = { RECOVERY_COOLING_HOURS: '24', RECOVERY_VOUCHED_COOLING_HOURS: '12' }
const day = 24 * 60 * 60 * 1000

test('what two of the desk have approved anybody who was told can stop for a day: with the link of the mail, from any browser', async ({
  browser,
  playwright,
}) => {
  const server = await anotherServer(usualTimes)
  const running = await server.start()
  try {
    const { settings, mailbox } = server
    const account = await server.addAccount()
    const [colleague] = (await addAccounts(1, { role: 'member', beside: account, settings })) as [typeof account]
    const desk = await deskOf(playwright, server)
    const phone = createAuthenticator()
    const lost = await server.newClient(playwright)
    const { entry } = await turnOnByHttp(lost, account, phone)
    const number = await sentCaseByHttp(lost, account, mailbox)
    const caseId = await caseIdByHttp(desk.one.client, number)
    await approveByHttp(desk.one.client, caseId, await desk.one.code())
    expect(await approveByHttp(desk.two.client, caseId, await desk.two.code())).toBe('cooling')
    const { nextBy, entries } = await caseByHttp(lost)
    expect(nextBy - entries.at(-1).at).toBe(day)

    const mail = await mailbox.waitFor(colleague.email, /aviat desactivarem la verificació/)
    await scan(lost, mail)
    expect((await caseByHttp(lost)).state, 'looking at a link changes nothing').toBe('cooling')
    const context = await browser.newContext({ baseURL: server.origin })
    const page = await context.newPage()
    await page.goto(linkIn(mail))
    await expect(page.getByRole('main')).toContainText(account.name)
    await expect(page.getByRole('main')).toContainText(inThrees(number))
    await stopByLink(page, linkIn(mail))
    expect(await caseByHttp(lost)).toMatchObject({ state: 'stopped', nextBy: null })
    for (const { email } of [account, colleague]) await mailbox.waitFor(email, /s'ha aturat un cas de recuperació/)

    for (const { email } of [account, colleague]) {
      await page.goto(linkIn(await mailbox.waitFor(email, /s'ha obert un cas/)))
      await expect(deadLink(page), 'the other links are over with it').toBeVisible()
    }
    const late = await actByHttp(desk.one.client, caseId, 'refuse', { reason: 'Massa tard', code: await desk.one.code() })
    await expectProblem(late, 409, 'out-of-order')
    await signInWithCode(page, account, await phone.next(entry))
    await context.close()
    for (const client of [lost, desk.one.client, desk.two.client]) await client.dispose()
  } finally {
    await stop(running)
  }
})

/** Two of the desk of a server, each with a phone. */
async function deskOf(playwright: { request: APIRequest }, server: Awaited<ReturnType<typeof anotherServer>>) {
  const [first] = await addAccounts(1, { role: 'support', settings: server.settings })
  if (!first) throw new Error('the operator command made no accounts')
  const [second] = await addAccounts(1, { role: 'support', beside: first, settings: server.settings })
  if (!second) throw new Error('the operator command made no accounts')
  const signedIn = async (staff: typeof first) => deskByHttp(await server.newClient(playwright), staff, createAuthenticator())
  return { one: await signedIn(first), two: await signedIn(second) }
}

test('the owner who signs in with a code after all reads of the case on every page, and stops it', async ({
  page,
  playwright,
  account,
  colleague,
  otherBrowser,
  authenticator,
  mailbox,
}) => {
  const own = await newClient(playwright, from(newAddress()))
  const { entry } = await turnOnByHttp(own, account, authenticator)
  // Somebody who knows the password.
  const stranger = await newClient(playwright, from(newAddress()))
  const number = await openCaseByHttp(stranger, account)

  await signInWithCode(page, account, await authenticator.next(entry))
  for (const path of ['/', '/account', '/contacts']) {
    await page.goto(path)
    await expect(ownCaseBanner(page)).toContainText(inThrees(number))
  }
  await ownCaseBanner(page).getByRole('button', { name: 'Atura el cas' }).click()
  const dialog = page.getByRole('dialog', { name: 'Vols aturar el cas?' })
  await dialog.getByRole('textbox', { name: 'Codi de 6 xifres' }).fill(await authenticator.next(entry))
  await dialog.getByRole('button', { name: 'Atura el cas' }).click()
  await expect(ownCaseBanner(page)).toBeHidden()
  const mail = await mailbox.waitFor(colleague.email, /s'ha aturat un cas de recuperació/)
  expect(mail.text).toContain(`Qui l'ha aturat: ${account.name}`)
  await otherBrowser.goto(linkIn(await mailbox.waitFor(colleague.email, /s'ha obert un cas/)))
  await expect(deadLink(otherBrowser)).toBeVisible()
  for (const client of [own, stranger]) await client.dispose()
})

test('an admin of the company stops a case with the password, and what was begun on its page ends', async ({
  page,
  playwright,
  account,
  otherAdmin,
  otherBrowser,
  authenticator,
  mailbox,
}) => {
  const client = await newClient(playwright, from(newAddress()))
  await turnOnByHttp(client, account, authenticator)
  const number = await openCase(page, account, 'company')
  await signIn(otherBrowser, otherAdmin)
  await openCompanyCases(otherBrowser)
  await expect(otherBrowser.getByRole('main')).toContainText(inThrees(number))
  await otherBrowser.getByRole('button', { name: 'Atura el cas' }).click()
  await proveStop(otherBrowser, account.name, otherAdmin.password)
  await expect(otherBrowser.getByRole('main')).toContainText('Ara no hi ha cap cas obert')
  expect((await mailbox.waitFor(account.email, /s'ha aturat un cas/)).text).toContain(otherAdmin.name)

  // The page of the case can still be read, and nothing more.
  const theirs = await newClient(playwright, from(newAddress()))
  expect((await enterByHttp(theirs, number, await caseCode(mailbox, account, number))).status()).toBe(204)
  expect((await caseByHttp(theirs)).state).toBe('stopped')
  await expectProblem(await theirs.post('/api/recovery/case/submit', { data: {} }), 409, 'out-of-order')
  for (const one of [client, theirs]) await one.dispose()
})

async function proveStop(page: Page, name: string, password: string) {
  const dialog = page.getByRole('dialog', { name: `Vols aturar el cas de ${name}?` })
  await dialog.getByRole('textbox', { name: 'Contrasenya' }).fill(password)
  await dialog.getByRole('button', { name: 'Atura el cas' }).click()
  await expect(dialog).toBeHidden()
}
