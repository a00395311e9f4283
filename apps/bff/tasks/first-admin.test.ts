import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { turnOnNow } from '../src/testing/flows.ts'
import { query, startServer, temporaryFolder } from '../src/testing/process.ts'

// Each command is a process of its own, and takes seconds on a busy machine.
const timeout = 60_000
let dataDir: string
let remove: () => void
beforeAll(() => {
  ;[dataDir, remove] = temporaryFolder()
})
afterAll(() => remove())

const firstAdmin = async (words: readonly string[], env: Record<string, string> = {}) =>
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'first-admin.ts'), ...words], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, NODE_ENV: 'production', ...env },
  }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (reason: { code: number; stdout: string; stderr: string }) => reason,
  )
const linkIn = (text: string) => /https:\/\/porta\.example\/reset-password#([\w-]{43})\n/.exec(text)?.[1]
const eva = ['Eva@Host.example', '  Eva   Serra ', '--company', 'My hosting', '--language', 'en']

describe('pnpm first-admin', () => {
  test('says how it is used, and makes nothing, when something is missing or wrong', { timeout }, async () => {
    const wrong = [
      [],
      ['eva@host.example'],
      ['eva', 'Eva'],
      ['eva@host.example', ' '],
      [...eva, 'more'],
      [...eva.slice(0, 2), '--role', 'x'],
    ]
    const answers = await Promise.all([...wrong, ['eva@host.example', 'Eva', '--language', 'de']].map((words) => firstAdmin(words)))
    for (const { code, stderr, stdout } of answers) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toBe('first-admin: usage: pnpm first-admin <e-mail> "<name>" [--company "<name>"] [--language ca|es|en|cs]\n')
    }
  })

  test('makes the admin of the operator once, of several at the same time one, and nobody in a house with people', {
    timeout,
  }, async () => {
    const env = { PUBLIC_URL: 'https://porta.example' }
    // The first run makes the key: that alone is not for two at once.
    const empty = await startServer(dataDir)
    await empty.stop()
    const answers = await Promise.all(Array.from({ length: 3 }, () => firstAdmin(eva, env)))
    const made = answers.filter(({ code }) => code === 0)
    expect(made).toHaveLength(1)
    const refusal = 'first-admin: this house has people already: an admin of theirs invites others\n'
    for (const { stderr } of answers.filter(({ code }) => code !== 0)) expect(stderr).toBe(refusal)
    expect(await firstAdmin(eva, env)).toMatchObject({ code: 1, stdout: '', stderr: refusal })

    expect(query(dataDir, 'select name, operator from companies')).toEqual([{ name: 'My hosting', operator: 1 }])
    const [contact] = query(dataDir, 'select login, name, role, main, language, password_sealed from contacts')
    const person = { login: 'eva@host.example', name: 'Eva Serra', role: 'admin', main: 1, language: 'en', password_sealed: null }
    expect(contact).toEqual(person)
    // The link is printed and nowhere else: no mail carries it, and the database keeps only its hash.
    expect(query(dataDir, 'select id from mails')).toEqual([])
    token = linkIn(made[0]?.stdout ?? '') ?? ''
    expect(token).not.toBe('')
  })

  test('gives a link that sets a password once; signing in then leads to the wizard, and then to the people', { timeout }, async () => {
    const server = await startServer(dataDir)
    try {
      const browser = server.browser()
      expect((await browser.call('POST /api/password/reset/check', { token })).body).toEqual({ email: 'eva@host.example' })
      const newPassword = 'quatre gats i un paraigua'
      expect((await browser.call('POST /api/password/reset', { token, newPassword })).status).toBe(204)
      expect((await browser.call('POST /api/password/reset', { token, newPassword })).problem.code).toBe('link-over')
      const signedIn = await browser.call('POST /api/sign-in/password', { email: 'eva@host.example', password: newPassword })
      expect(signedIn.body).toEqual({ next: 'enrol' })
      expect((await browser.call('GET /api/contacts')).problem.code).toBe('enrolment-needed')
      await turnOnNow(browser)
      expect((await browser.call('GET /api/contacts')).body).toMatchObject({ people: 1 })
      expect((await browser.call('GET /api/desk/calls')).problem.code).toBe('staff-only')
    } finally {
      await server.stop()
    }
  })

  test('leaves a house with the demo alone', { timeout }, async () => {
    const [folder, removeFolder] = temporaryFolder()
    try {
      const server = await startServer(folder, { DEMO: 'on' })
      await server.stop()
      expect(await firstAdmin(eva, { DATA_DIR: folder })).toMatchObject({ code: 1, stdout: '' })
      const admins = query(
        folder,
        `select name from contacts where role = 'admin' and company_id in (select id from companies where operator)`,
      )
      expect(admins).toEqual([{ name: 'Marta Vidal' }])
    } finally {
      removeFolder()
    }
  })
})
let token: string
