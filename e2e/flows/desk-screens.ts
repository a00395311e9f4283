import { expect, type Page } from '@playwright/test'
import type { Authenticator } from '../authenticator/authenticator.ts'
import { origin } from '../product.ts'
import {
  answerFor,
  draft,
  lookUp,
  markDone,
  newPhone,
  openDesk,
  queue,
  readable,
  searchQueue,
  signInAtDesk,
  startWork,
  takePhone,
  takeUp,
} from './desk.ts'
import { signInByHttp } from './http.ts'
import { checkReceipt, draftText, openRequest, openRequests, saveReceipt, sendRequest, signButton, signedText, words } from './requests.ts'
import { type Look, settled } from './screens.ts'
import { type Person, signIn } from './sign-in.ts'

type Cast = { customer: Person; staff: Person; phone: Authenticator }

/** Shows the screens of requests and calls, those of the customer and of the desk, in one browser, and calls `look` on each. */
export async function visitDesk(page: Page, { customer, staff, phone }: Cast, look: Look) {
  const dialogOf = async (button: string) => {
    await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(`dialog ${button}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  const number = newPhone()
  await signInByHttp(page.request, customer, { origin })
  await takePhone(page.request, customer, number)
  await page.goto('/')
  await openRequests(page)
  await settled(page)
  await look('requests, none')
  await page.getByRole('link', { name: 'Fes una sol·licitud' }).click()
  await signButton(page).click()
  await expect(page.getByText('Omple aquest camp').first()).toBeVisible()
  await look('new request, refused')
  const sent = await sendRequest(page, words, customer)
  await expect(signedText(page)).toBeVisible()
  await look('request, sent')
  await dialogOf('Retira la sol·licitud')
  const receipt = await saveReceipt(page)
  await checkReceipt(page, receipt, 'genuine')
  await look('receipt, genuine')
  await checkReceipt(page, { text: receipt.text.replace('Germans', 'Germanes') }, 'not')
  await look('receipt, not genuine')
  await page.goto('/desk')
  await settled(page)
  await look('for the desk only')
  await page.context().clearCookies()

  const { entry } = await signInAtDesk(page, staff, phone)
  await look('desk, calls')
  const nobodys = newPhone()
  await lookUp(page, nobodys)
  await expect(answerFor(page, readable(nobodys))).toContainText('Ningú no té aquest número')
  await look('desk, nobody has this number')
  await lookUp(page, number)
  await expect(answerFor(page, readable(number))).toContainText('Número acceptat')
  await look('desk, found, to be drafted')
  const asked = { ...words, subject: 'Adreça de la factura' }
  await draft(page, asked)
  await look('desk, drafted')
  await takeUp(page, sent, words)
  await settled(page)
  await look('desk, request')
  await startWork(page)
  await expect(page.getByRole('button', { name: 'Marca-la com a feta' })).toBeVisible()
  for (const button of ['Marca-la com a feta', 'Rebutja-la']) await dialogOf(button)
  await markDone(page, await phone.next(entry))
  await look('desk, request done')
  await searchQueue(page, 'nobody at all')
  await expect(page.getByRole('main')).toContainText('Amb aquests filtres')
  await look('desk, none found')
  await page.goto('/desk/requests')
  await expect(queue(page)).toBeVisible()
  await settled(page)
  await look('desk, queue')
  await openDesk(page, 'Recuperacions')
  await settled(page)
  await look('desk, cases')
  await page.context().clearCookies()

  await signIn(page, customer)
  await expect(page.getByRole('region', { name: 'Per signar' })).toBeVisible()
  await settled(page)
  await look('banner of what is to be signed')
  await openRequest(page, words)
  await settled(page)
  await look('request, done')
  await openRequest(page, asked)
  await expect(draftText(page)).toBeVisible()
  await look('request, to be signed')
  await dialogOf('No ho signo')
  await openRequests(page)
  await settled(page)
  await look('requests')
}
