import { join } from 'node:path'
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type Authenticator, createAuthenticator } from './authenticator/authenticator.ts'
import { from, newAddress } from './flows/addresses.ts'
import { signIn } from './flows/sign-in.ts'
import { createMailbox, type Mailbox } from './mailbox.ts'
import { addAccounts, dataDir, type NewAccount } from './product.ts'

export { expect }
export type Account = NewAccount

type Fixtures = {
  /** The network address that the browsers of this story come from; no other story comes from it. */
  address: string
  /** A fresh contact of a fresh company, which this contact administers; its verification is off. */
  account: Account
  /** A fresh member of the desk; verification is not on yet, and has to be. */
  staff: Account
  /** Somebody else of the same desk. */
  otherStaff: Account
  /** A member of the company of the account, who does not administer it; verification is off. */
  colleague: Account
  /** Another admin of the company of the account; verification is off. */
  otherAdmin: Account
  /** A phone with an authenticator app and nothing in it yet. */
  authenticator: Authenticator
  /** Somebody else's phone, with nothing in it either. */
  otherPhone: Authenticator
  /** The mails this run sent. */
  mailbox: Mailbox
  /** A page already signed in with the account. */
  signedIn: Page
  /** A page in another browser: nothing is shared with the first. */
  otherBrowser: Page
  /** A page in the browser of a member of the desk, and that of another; each has a phone with nothing in it yet. */
  deskBrowser: Page
  otherDeskBrowser: Page
  deskPhone: Authenticator
  otherDeskPhone: Authenticator
  /** Fails the story when any page has something to say to the console. */
  quiet: undefined
}
type WorkerFixtures = { nextAccount: () => Promise<Account> }

const batch = 12

export const test = base.extend<Fixtures, WorkerFixtures>({
  nextAccount: [
    async ({ browserName: _ }, use) => {
      const waiting: Account[] = []
      await use(async () => {
        if (waiting.length === 0) waiting.push(...(await addAccounts(batch)))
        const account = waiting.shift()
        if (!account) throw new Error('the operator command made no accounts')
        return account
      })
    },
    { scope: 'worker' },
  ],

  address: async ({ browserName: _ }, use) => use(newAddress()),
  extraHTTPHeaders: async ({ address }, use) => use(from(address)),

  account: async ({ nextAccount }, use) => use(await nextAccount()),
  staff: async ({ browserName: _ }, use) => {
    const [staff] = await addAccounts(1, { role: 'support' })
    if (!staff) throw new Error('the operator command made no accounts')
    await use(staff)
  },
  otherStaff: async ({ staff }, use) => {
    const [other] = await addAccounts(1, { role: 'support', beside: staff })
    if (!other) throw new Error('the operator command made no accounts')
    await use(other)
  },
  colleague: async ({ account }, use) => {
    const [colleague] = await addAccounts(1, { role: 'member', beside: account })
    if (!colleague) throw new Error('the operator command made no accounts')
    await use(colleague)
  },
  otherAdmin: async ({ account }, use) => {
    const [admin] = await addAccounts(1, { beside: account })
    if (!admin) throw new Error('the operator command made no accounts')
    await use(admin)
  },
  authenticator: async ({ browserName: _ }, use) => use(createAuthenticator()),
  otherPhone: async ({ browserName: _ }, use) => use(createAuthenticator()),
  deskPhone: async ({ browserName: _ }, use) => use(createAuthenticator()),
  otherDeskPhone: async ({ browserName: _ }, use) => use(createAuthenticator()),
  mailbox: async ({ browserName: _ }, use) => use(createMailbox(join(dataDir, 'mail'))),

  signedIn: async ({ page, account }, use) => {
    await signIn(page, account)
    await use(page)
  },

  otherBrowser: async ({ browser }, use) => inAnotherBrowser(browser, use),
  deskBrowser: async ({ browser }, use) => inAnotherBrowser(browser, use),
  otherDeskBrowser: async ({ browser }, use) => inAnotherBrowser(browser, use),

  quiet: [
    async ({ browser }, use) => {
      const { noise, stop } = listen(browser)
      await use(undefined)
      stop()
      expect(noise, 'the console stays empty').toEqual([])
    },
    { auto: true },
  ],
})

async function inAnotherBrowser(browser: Browser, use: (page: Page) => Promise<void>) {
  const context = await browser.newContext()
  await use(await context.newPage())
  await context.close()
}

/** Errors, warnings and CSP reports all come out on the console; a refused request is the product's answer, not noise. */
function listen(browser: Browser) {
  const noise: string[] = []
  const hear = (context: BrowserContext) => {
    context.on('console', (message) => {
      const refused = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
      if (['error', 'warning'].includes(message.type()) && !refused) noise.push(`${message.type()}: ${message.text()}`)
    })
    context.on('weberror', (webError) => noise.push(`uncaught: ${webError.error().message}`))
  }
  browser.on('context', hear)
  return { noise, stop: () => browser.off('context', hear) }
}
