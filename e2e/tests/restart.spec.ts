import { createAuthenticator } from '../authenticator/authenticator.ts'
import { expect, test } from '../fixtures.ts'
import { warnedWithin, wrongCodes } from '../flows/codes.ts'
import { expectProblem, sendCode, sendPassword, turnOnByHttp } from '../flows/http.ts'
import { anotherServer, stop } from '../flows/servers.ts'

test('what somebody began is neither forgotten nor forgiven when the server is killed', async ({ playwright }) => {
  const server = await anotherServer()
  let running = await server.start()
  try {
    const account = await server.addAccount()
    const owner = await server.newClient(playwright)
    const phone = createAuthenticator()
    const { entry } = await turnOnByHttp(owner, account, phone)

    const stranger = await server.newClient(playwright)
    const wrong = wrongCodes(phone, entry, 5)
    await sendPassword(stranger, account)
    for (const code of wrong) await sendCode(stranger, code)
    await stop(running, 'SIGKILL')
    expect((await server.mailbox.to(account.email)).filter(({ subject }) => /a mitges/.test(subject))).toEqual([])

    running = await server.start()
    await server.mailbox.waitFor(account.email, /a mitges/, warnedWithin)
    expect((await owner.get('/api/me')).status(), 'the owner stays signed in').toBe(200)
    await sendPassword(stranger, account)
    const [sixth] = wrong as [string]
    await sendCode(stranger, sixth)
    await expectProblem(await sendCode(stranger, sixth), 429, 'too-many-codes')
    for (const client of [owner, stranger]) await client.dispose()
  } finally {
    await stop(running)
  }
})
