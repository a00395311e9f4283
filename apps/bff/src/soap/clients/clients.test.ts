import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demo, turnOnNow } from '../../testing/flows.ts'
import type { Phone } from '../../testing/phone.ts'
import { query, startServer, temporaryFolder } from '../../testing/process.ts'
import type { MadeApiContact } from '../../testing/soap.ts'

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const here = (file: string) => join(import.meta.dirname, file)

/** Programs that nobody here wrote the SOAP of: Debian's own, each through the WSDL. */
const programs = [
  {
    command: 'php',
    file: 'client.php',
    packages: 'php-cli and php-soap',
    isThere: runs('php', '-r', 'exit(class_exists("SoapClient") ? 0 : 1);'),
  },
  { command: 'perl', file: 'client.pl', packages: 'libsoap-lite-perl', isThere: runs('perl', '-MSOAP::Lite', '-e', '1') },
]

type Call = [operation: string, fields: Record<string, string>]
/** Elements of the answer by name, or the code of the fault. */
type Came = { code?: string; faultcode?: string; text?: string } & Record<string, unknown>
type Raw = { answer?: Record<string, unknown>; fault?: { code: string | null; faultcode: string; text: string } }

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value)

for (const { command, file, packages, isThere } of programs) {
  const name = isThere ? `a program in ${command}` : `a program in ${command} (not tried: ${packages} is not installed)`
  describe.skipIf(!isThere)(name, () => {
    const [dataDir, remove] = temporaryFolder()
    let server: Awaited<ReturnType<typeof startServer>>
    beforeAll(async () => {
      server = await startServer(dataDir, { DEMO: 'on' })
    })
    afterAll(async () => {
      await server.stop()
      remove()
    })

    /** Runs the program once with all of these calls. */
    const make = (...calls: Call[]) =>
      new Promise<Came[]>((done, fail) => {
        const child = spawn(command, [here(file), `http://127.0.0.1:${server.port}/soap?wsdl`], { stdio: ['pipe', 'pipe', 'pipe'] })
        let out = ''
        let err = ''
        child.stdout.setEncoding('utf8').on('data', (text) => {
          out += text
        })
        child.stderr.on('data', (text) => {
          err += text
        })
        child.on('error', fail)
        child.on('close', (status) => {
          if (status !== 0) fail(new Error(`${command} ended with ${status}: ${err}${out}`))
          else done((JSON.parse(out) as Raw[]).map(({ answer, fault }) => (answer ?? fault ?? {}) as Came))
        })
        child.stdin.end(JSON.stringify(calls))
      })
    const login = async (credentials: { login: string; password: string }) => (await make(['Login', credentials]))[0] as Came
    const session = { session: '$session' }
    const aina = { login: demo.email, password: demo.password }
    /** An admin of the demo with verification on, and the next code. */
    const admin = async (email: string) => {
      const browser = server.browser()
      await browser.call('POST /api/sign-in/password', { email, password: demo.password })
      const phone: Phone = await turnOnNow(browser)
      return { browser, proof: () => ({ code: phone.code(Date.now(), 1) }) }
    }

    test('reads the WSDL, signs in, makes every call with any characters, and signs out', async () => {
      const asked = { subject: `<&>"' ]]> 🌍 &amp;`, service: 'Núria Å ü', text: 'línia 1\nlínia 2 <![CDATA[x]]>' }
      const [signedIn, account, made, requests, contacts, out, after] = await make(
        ['Login', aina],
        ['GetAccount', session],
        ['CreateRequest', { ...session, ...asked }],
        ['ListRequests', session],
        ['ListContacts', session],
        ['Logout', session],
        ['GetAccount', session],
      )
      expect(first(signedIn?.['session'])).toMatch(/^[\w-]{22}\.[\w-]{43}$/)
      expect(first(account?.['contact'])).toMatchObject({ name: 'Aina Ferrer', email: aina.login, role: 'member' })
      expect(first(account?.['company'])).toMatchObject({ name: 'Ferreteria Soler, SL' })
      expect(first(requests?.['request'])).toMatchObject({ id: first(made?.['id']), ...asked, state: 'sent', by: 'Aina Ferrer' })
      expect(contacts?.['contact']).toMatchObject([{ email: aina.login }])
      expect(out?.code).toBeUndefined()
      expect(after).toMatchObject({ code: 'not-signed-in', faultcode: 'soap:Client' })
    })

    test('is told by a fault with a code when the password is wrong, whatever is in it', async () => {
      for (const password of ['wrong', 'contrasenya ü <&>"\' ]]>', '0012345'])
        expect(await login({ login: aina.login, password })).toMatchObject({ code: 'sign-in-refused', faultcode: 'soap:Client' })
      expect(await login({ login: 'ningú@soler.example', password: 'wrong' })).toMatchObject({ code: 'sign-in-refused' })
    })

    test('signs in by a login with an umlaut and markup in it, in any case', async () => {
      query(dataDir, `update contacts set login = 'jördi+<&>@soler.example' where login = 'jordi@soler.example' returning id`)
      const [signedIn, account] = await make(
        ['Login', { login: ' JÖRDI+<&>@soler.example ', password: demo.password }],
        ['GetAccount', session],
      )
      expect(signedIn?.code).toBeUndefined()
      expect(first(account?.['contact'])).toMatchObject({ email: 'jördi+<&>@soler.example' })
      query(dataDir, `update contacts set login = 'jordi@soler.example' where login like 'j%rdi+%' returning id`)
    })

    test('is refused with cause and cure when its person has verification on, in the middle of a session too', async () => {
      const opened = first((await login(aina))['session']) as string
      expect((await make(['GetAccount', { session: opened }]))[0]?.code).toBeUndefined()
      await admin(aina.login)
      for (const answer of await make(['GetAccount', { session: opened }], ['ListContacts', { session: opened }], ['Login', aina])) {
        expect(answer).toMatchObject({ code: 'verification-is-on', faultcode: 'soap:Client' })
        expect(answer.text).toContain('Login verification is on')
        expect(answer.text).toContain('Use an API contact')
      }
    })

    test('works with an API contact: made, rotated, expired, and called from a wrong address', async () => {
      const montserrat = await admin('montserrat@soler.example')
      const made = (await montserrat.browser.call('POST /api/api-contacts', { name: 'old-erp', ...montserrat.proof() }))
        .body as MadeApiContact
      const listed = (await montserrat.browser.call('GET /api/api-contacts')).body as { apiContacts: { name: string }[] }
      expect(listed.apiContacts.map(({ name }) => name)).toEqual(['facturacio-erp', 'old-erp'])
      const old = { login: made.login, password: made.password }
      const [, account, contacts] = await make(['Login', old], ['GetAccount', session], ['ListContacts', session])
      expect(first(account?.['contact'])).toMatchObject({ name: 'old-erp' })
      expect(contacts?.['contact']).toHaveLength(3)
      expect(await login({ ...old, password: 'wrong' })).toMatchObject({ code: 'sign-in-refused' })

      const jordi = await admin('jordi@soler.example')
      const changed = await jordi.browser.call('POST /api/api-contacts/:contactId/password', jordi.proof(), { contactId: made.id })
      const renewed = { ...old, password: (changed.body as { password: string }).password }
      for (const credentials of [old, renewed]) expect((await login(credentials)).code).toBeUndefined()
      query(
        dataDir,
        `update api_passwords set expires_at = ${Date.now() - 1} where expires_at < ${Date.now() + 2 * 86_400_000} returning id`,
      )
      expect(await login(old)).toMatchObject({ code: 'password-expired' })
      expect((await login(renewed)).code).toBeUndefined()

      query(dataDir, `update api_contacts set addresses = '["203.0.113.0/24"]' where contact_id = '${made.id}' returning contact_id`)
      expect(await login(renewed)).toMatchObject({ code: 'address-not-allowed' })
      query(dataDir, `update api_contacts set addresses = '["127.0.0.0/8"]' where contact_id = '${made.id}' returning contact_id`)
      expect((await login(renewed)).code).toBeUndefined()
    })
  })
}
