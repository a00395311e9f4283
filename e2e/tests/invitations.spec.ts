import { expect, test } from '../fixtures.ts'
import { accept, deadInvitation, invitationLink, invite, openCompany, people, rowOf, toast } from '../flows/contacts.ts'
import { goodPassword } from '../flows/password.ts'
import { signIn } from '../flows/sign-in.ts'

const newcomer = ({ email }: { email: string }) => ({ name: 'Núria Žižková-Peña', email: `nova-${email}`, password: goodPassword })

test('an invited person sets a password by the mailed link, once, and signs in', async ({
  signedIn: page,
  account,
  otherBrowser,
  mailbox,
}) => {
  const invited = newcomer(account)
  await openCompany(page, 'Contactes')
  await invite(page, invited)
  const pending = page.getByRole('table', { name: 'Invitacions pendents' })
  await expect(pending).toContainText(invited.email)
  await expect(people(page), 'nobody may do anything before accepting').not.toContainText(invited.name)

  const link = await invitationLink(mailbox, invited)
  await otherBrowser.goto(link)
  for (const words of [invited.name, invited.email, account.companyName]) await expect(otherBrowser.getByRole('main')).toContainText(words)
  await accept(otherBrowser, link, invited.password)
  await signIn(otherBrowser, invited)

  await page.reload()
  await expect(rowOf(page, invited)).toContainText('Contacte')
  await expect(pending).toBeHidden()
  await otherBrowser.goto(link)
  await expect(deadInvitation(otherBrowser)).toBeVisible()
})

test('the link of a withdrawn invitation is dead', async ({ signedIn: page, account, otherBrowser, mailbox }) => {
  const invited = newcomer(account)
  await openCompany(page, 'Contactes')
  await invite(page, invited)
  const link = await invitationLink(mailbox, invited)
  await page.getByRole('button', { name: `Torna-la a enviar: ${invited.name}` }).click()
  await expect(page.getByRole('alert'), 'nobody is written to twice in a moment').toContainText("S'han enviat massa invitacions")
  await page.getByRole('button', { name: `Retira: ${invited.name}` }).click()
  await expect(toast(page, "S'ha retirat la invitació")).toBeVisible()
  await otherBrowser.goto(link)
  await expect(deadInvitation(otherBrowser)).toBeVisible()
})

test('who is a contact already cannot be invited again, and the form says so', async ({ signedIn: page, account, colleague }) => {
  await openCompany(page, 'Contactes')
  await page.getByRole('button', { name: 'Afegeix un contacte' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Nom' }).fill(account.name)
  await dialog.getByRole('textbox', { name: 'Correu electrònic' }).fill(colleague.email)
  await dialog.getByRole('button', { name: 'Envia la invitació' }).click()
  await expect(dialog).toContainText('Ja hi ha un contacte o una invitació amb aquesta adreça')
})
