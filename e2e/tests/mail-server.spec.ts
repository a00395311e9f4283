import { text } from 'node:stream/consumers'
import { expect, test } from '../fixtures.ts'
import { anotherServer, said, stop } from '../flows/servers.ts'
import { command } from '../product.ts'

test('mails leave for a mail server: pnpm mail shows them, and pnpm outbox counts them', async ({ page, playwright }) => {
  const catcher = command('mail', [], { MAIL_SMTP_PORT: '0', MAIL_PORT: '0' })
  const [, mails = '', smtpUrl = ''] = await said(catcher, /shown at (http:\S+)\n.*(smtp:\S+)/)
  const server = await anotherServer({ SMTP_URL: smtpUrl })
  const running = await server.start()
  try {
    const account = await server.addAccount()
    const client = await server.newClient(playwright)
    expect((await client.post('/api/password/forgot', { data: { email: account.email } })).status()).toBe(204)
    await client.dispose()

    await page.goto(mails)
    const subject = page.getByRole('row', { name: account.email }).getByRole('link', { name: "Porta: s'ha demanat una contrasenya nova" })
    await expect(subject).toBeVisible()
    // Read without the browser: its driver would run scripts in the frame of the mail, which allows none.
    const mail = await (await page.request.get(new URL((await subject.getAttribute('href')) ?? '', mails).href)).text()
    expect(mail).toContain(`${server.origin}/reset-password#`)
    expect(mail).toContain(`Hola, ${account.name}`)
    await expect
      .poll(() => text(command('outbox', [], server.settings).stdout), { message: 'the outbox is empty', timeout: 15_000 })
      .toMatch(/^0 queued \(0 due\), 1 sent, 0 dead/)
  } finally {
    await Promise.all([running, catcher].map((child) => stop(child)))
  }
})
