import { type APIRequest, expect, type Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import type { Mailbox } from '../mailbox.ts'
import { from, newAddress } from './addresses.ts'
import { signInAtDesk } from './desk.ts'
import { newClient, turnOnByHttp } from './http.ts'
import { linkIn } from './mailed.ts'
import {
  approveCase,
  caseCode,
  chooseFiles,
  claimCase,
  entryPage,
  openCase,
  openCaseAtDesk,
  openCompanyCases,
  openLostPhone,
  ownCaseBanner,
  pngOf,
  receivedDocuments,
  stopByLink,
  stopPage,
  submitCase,
  typeCaseCode,
  uploads,
  vouch,
} from './recovery.ts'
import { type Look, settled } from './screens.ts'
import { type Person, signInWithCode } from './sign-in.ts'

type Cast = {
  playwright: { request: APIRequest }
  lost: Person
  admin: Person
  staff: Person
  phones: { lost: Authenticator; admin: Authenticator; staff: Authenticator }
  mailbox: Mailbox
}

/** Shows the screens of a lost device, those of the person, of the company and of the desk, in one browser, and calls `look` on each. */
export async function visitRecovery(page: Page, { playwright, lost, admin, staff, phones, mailbox }: Cast, look: Look) {
  const client = await newClient(playwright, from(newAddress()))
  const { entry: lostEntry } = await turnOnByHttp(client, lost, phones.lost)
  const adminsClient = await newClient(playwright, from(newAddress()))
  const { entry } = await turnOnByHttp(adminsClient, admin, phones.admin)
  for (const one of [client, adminsClient]) await one.dispose()
  const dialogOf = async (button: string) => {
    await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(`dialog ${button}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }

  await page.goto('/recovery')
  await expect(entryPage(page)).toBeVisible()
  await look('way into a case')
  await openLostPhone(page, lost)
  await page.getByRole('button', { name: 'Obre un cas' }).click()
  await expect(page.getByRole('group', { name: 'De qui és el compte?' })).toContainText('Tria una de les opcions')
  await look('lost phone, refused')
  const number = await openCase(page, lost, 'company')
  await look('case opened, its code')
  await typeCaseCode(page, await caseCode(mailbox, lost, number), number)
  const html = {
    name: 'a-rather-long-name-of-a-file-that-does-not-end-and-has-no-blank.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html>'),
  }
  await chooseFiles(page, html)
  await expect(uploads(page)).toContainText('No és cap PDF')
  await chooseFiles(page, await pngOf(page, html.name.replace('.pdf', '.png')))
  await expect(receivedDocuments(page)).toHaveCount(1)
  await look('case, open')
  await dialogOf('He trobat el telèfon')
  await submitCase(page)
  await look('case, sent')

  await signInWithCode(page, lost, await phones.lost.next(lostEntry))
  await expect(ownCaseBanner(page)).toBeVisible()
  await settled(page)
  await look('banner of the own case')
  await page.context().clearCookies()
  await signInWithCode(page, admin, await phones.admin.next(entry))
  await expect(page.getByRole('link', { name: 'Mira de què es tracta' })).toBeVisible()
  await settled(page)
  await look('banner of the cases of the company')
  await openCompanyCases(page)
  await dialogOf('És veritat: ho confirmo')
  await dialogOf('Atura el cas')
  await vouch(page, lost, await phones.admin.next(entry))
  await look('cases of the company')
  await page.context().clearCookies()

  const { entry: deskEntry } = await signInAtDesk(page, staff, phones.staff)
  await openCaseAtDesk(page, number)
  await look('desk, case')
  await page.goBack()
  await settled(page)
  await look('desk, cases')
  await openCaseAtDesk(page, number)
  await claimCase(page)
  await look('desk, case held')
  for (const button of ["Demana'n més", "Denega'l"]) await dialogOf(button)
  await approveCase(page, 'La signatura i el segell són bons.', await phones.staff.next(deskEntry))
  await expect(page.getByRole('main')).toContainText("Tu ja l'has aprovat")
  await look('desk, case approved once')
  await page.context().clearCookies()

  const stopLink = linkIn(await mailbox.waitFor(admin.email, /s'ha obert un cas/))
  await page.goto(stopLink)
  await expect(stopPage(page)).toBeVisible()
  await expect(page.getByRole('main')).toContainText(lost.name)
  await look('stop')
  await stopByLink(page, stopLink)
  await look('stopped')
  // The link of somebody else, in the same tab.
  await page.goto(linkIn(await mailbox.waitFor(lost.email, /s'ha obert un cas/)))
  await expect(page.getByRole('heading', { level: 1, name: 'Aquest enllaç ja no serveix' })).toBeVisible()
  await look('stop, dead')
}
