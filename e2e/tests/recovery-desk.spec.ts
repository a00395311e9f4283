import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { from, newAddress } from '../flows/addresses.ts'
import { signInAtDesk } from '../flows/desk.ts'
import { cookiesOf, expectProblem, newClient, turnOnByHttp } from '../flows/http.ts'
import { linkIn } from '../flows/mailed.ts'
import { deadLink } from '../flows/password.ts'
import {
  askAgain,
  caseCode,
  caseState,
  chooseFiles,
  claimButton,
  claimCase,
  enterWithNumber,
  openCaseAtDesk,
  pngOf,
  receivedDocuments,
  refuseCase,
  submitCase,
} from '../flows/recovery.ts'
import { actByHttp, approveByHttp, caseByHttp, caseIdByHttp, deskByHttp, openCaseByHttp, sentCaseByHttp } from '../flows/recovery-http.ts'
import { codePage, enterPassword, signIn } from '../flows/sign-in.ts'

const main = (page: Page) => page.getByRole('main')

test('refused with a reason: the person reads it, nothing changes for the account, and another case may be opened', async ({
  page,
  playwright,
  account,
  authenticator,
  mailbox,
  deskBrowser,
  staff,
  deskPhone,
}) => {
  const lost = await newClient(playwright, from(newAddress()))
  await turnOnByHttp(lost, account, authenticator)
  const number = await sentCaseByHttp(lost, account, mailbox)
  const { entry } = await signInAtDesk(deskBrowser, staff, deskPhone)
  await openCaseAtDesk(deskBrowser, number)
  await claimCase(deskBrowser)
  await refuseCase(deskBrowser, 'El segell no es pot llegir.', await deskPhone.next(entry))
  await expect(main(deskBrowser)).toContainText("S'ha denegat. El compte queda com estava.")
  await expect(main(deskBrowser), 'whoever held it holds it no more').not.toContainText(account.email)
  expect((await mailbox.waitFor(account.email, /no hem aprovat el teu cas/)).text).toContain('Motiu: El segell no es pot llegir.')
  expect(await caseByHttp(lost)).toMatchObject({ state: 'refused', reason: 'El segell no es pot llegir.', nextBy: null })
  await page.goto(linkIn(await mailbox.waitFor(account.email, /s'ha obert un cas/)))
  await expect(deadLink(page)).toBeVisible()
  await enterPassword(page, account)
  await expect(codePage(page), 'the password and the verification are as they were').toBeVisible()
  expect(await openCaseByHttp(await newClient(playwright, from(newAddress())), account)).not.toBe(number)
  await lost.dispose()
})

test('sent back for what is missing: other documents, sent again, and both approvals begin anew', async ({
  page,
  playwright,
  account,
  authenticator,
  mailbox,
  otherDeskBrowser,
  staff,
  otherStaff,
  deskPhone,
  otherDeskPhone,
}) => {
  const lost = await newClient(playwright, from(newAddress()))
  await turnOnByHttp(lost, account, authenticator)
  const number = await openCaseByHttp(lost, account)
  await enterWithNumber(page, number, await caseCode(mailbox, account, number))
  await chooseFiles(page, await pngOf(page, 'borros.png'))
  await expect(receivedDocuments(page)).toHaveCount(1)
  await submitCase(page)

  const first = await deskByHttp(await newClient(playwright, from(newAddress())), staff, deskPhone)
  const caseId = await caseIdByHttp(first.client, number)
  expect(await approveByHttp(first.client, caseId, await first.code())).toBe('second-review')
  await signInAtDesk(otherDeskBrowser, otherStaff, otherDeskPhone)
  await openCaseAtDesk(otherDeskBrowser, number)
  await claimCase(otherDeskBrowser)
  await expect(main(otherDeskBrowser)).toContainText('Segona aprovació')
  await askAgain(otherDeskBrowser, "L'escaneig és borrós: torna'l a fer.")
  await expect(main(otherDeskBrowser)).toContainText("La persona encara ha d'enviar el formulari signat.")
  expect((await mailbox.waitFor(account.email, /al teu cas li falta alguna cosa/)).text).toContain("L'escaneig és borrós: torna'l a fer.")

  await page.reload()
  await expect(caseState(page, account)).toContainText('Obert')
  await expect(main(page)).toContainText("L'escaneig és borrós: torna'l a fer.")
  await page.getByRole('button', { name: 'Elimina «borros.png»' }).click()
  await expect(receivedDocuments(page)).toHaveCount(0)
  await chooseFiles(page, await pngOf(page, 'nitid.png'))
  await expect(receivedDocuments(page)).toContainText('nitid.png')
  await submitCase(page)

  await openCaseAtDesk(otherDeskBrowser, number)
  await claimCase(otherDeskBrowser)
  await expect(main(otherDeskBrowser)).toContainText('Primera aprovació')
  await expect(main(otherDeskBrowser)).toContainText('nitid.png')
  await expect(otherDeskBrowser.getByRole('link', { name: 'Desa borros.png' })).toBeHidden()
  for (const client of [lost, first.client]) await client.dispose()
})

test('a document is saved as a file by whoever holds the case, and by nobody else; each time is written down', async ({
  page,
  playwright,
  account,
  otherAdmin,
  authenticator,
  mailbox,
  deskBrowser,
  staff,
  otherStaff,
  deskPhone,
  otherDeskPhone,
}) => {
  const lost = await newClient(playwright, from(newAddress()))
  await turnOnByHttp(lost, account, authenticator)
  const number = await sentCaseByHttp(lost, account, mailbox)
  await signInAtDesk(deskBrowser, staff, deskPhone)
  await openCaseAtDesk(deskBrowser, number)
  const caseId = await caseIdByHttp(deskBrowser.request, number)
  await claimCase(deskBrowser)
  const link = deskBrowser.getByRole('link', { name: 'Desa formulari.png' })
  const started = deskBrowser.waitForEvent('download')
  await link.click()
  const file = await started
  expect(file.suggestedFilename()).toBe(`case-${number}-1.png`)
  expect((await readFile(await file.path())).subarray(1, 4).toString()).toBe('PNG')
  const address = (await link.getAttribute('href')) ?? ''
  const response = await deskBrowser.request.get(address)
  expect(response.headers()).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="case-${number}-1.png"`,
    'x-content-type-options': 'nosniff',
  })
  expect(response.headers()['cache-control']).toContain('no-store')

  const other = await deskByHttp(await newClient(playwright, from(newAddress())), otherStaff, otherDeskPhone)
  await expectProblem(await other.client.get(address), 403, 'not-held')
  expect((await (await other.client.get(`/api/desk/recovery-cases/${caseId}`)).json()).held).toBeNull()
  await expectProblem(await actByHttp(other.client, caseId, 'claim'), 403, 'not-held')
  await signIn(page, otherAdmin)
  await expectProblem(await page.request.get(address), 403, 'staff-only')
  await expectProblem(await lost.get(address), 403, 'staff-only')
  const nobody = await newClient(playwright, { cookie: (await cookiesOf(lost)).replace(/__Host-sid=[^;]+;?/, '') })
  await expectProblem(await nobody.get(address), 401, 'not-signed-in')

  await deskBrowser.getByRole('button', { name: "Deixa'l anar" }).click()
  await expect(claimButton(deskBrowser)).toBeVisible()
  await expectProblem(await deskBrowser.request.get(address), 403, 'not-held')
  await expect(main(deskBrowser)).not.toContainText(account.email)
  await page.goto('/company/activity')
  await expect(main(page).getByText("El servei d'atenció ha obert un document del cas")).toHaveCount(2)
  for (const client of [lost, nobody, other.client]) await client.dispose()
})
