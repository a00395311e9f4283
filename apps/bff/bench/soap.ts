import { availableParallelism } from 'node:os'
import { newApiPassword } from '../src/domain/api-password.ts'
import { addCompany, addContact } from '../src/domain/people.ts'
import { openSoapSession } from '../src/domain/soap-session.ts'
import { readCall } from '../src/soap/envelope.ts'
import { load, type Outcome } from './load.ts'
import { furnish, serve } from './stage.ts'

const port = 3191
const namespace = 'urn:porta:soap:v1'
const programs = 3000
/** People that a ListContacts gives. */
const colleagues = 20

const enveloped = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${body}</e:Body></e:Envelope>`
const message = (operation: string, fields: string) => enveloped(`<${operation} xmlns="${namespace}">${fields}</${operation}>`)

/** A message as bytes on the wire. */
function wire(operation: string, fields: string) {
  const body = Buffer.from(message(operation, fields))
  const head = `POST /soap HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: text/xml; charset=utf-8\r\ncontent-length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body])
}

/** A house with programs whose sessions are open: each may call thirty times a minute, so it takes many. */
async function furnishPrograms() {
  const house = await furnish(10, 1)
  const { deps } = house
  const companyId = await addCompany(deps, { name: 'Company', operator: false })
  for (let n = 0; n < colleagues; n++)
    await addContact(deps, {
      companyId,
      name: `Colleague ${n}`,
      login: `c${n}@bench.example`,
      phone: '',
      role: 'member',
      language: 'ca',
      password: undefined,
    })
  const sessions: string[] = []
  const made: { login: string; password: string }[] = []
  const now = deps.clock.now()
  for (let n = 0; n < programs; n++) {
    const login = `erp-${n}`
    const contactId = await addContact(deps, {
      companyId,
      name: 'erp',
      login,
      phone: '',
      role: 'member',
      language: 'ca',
      kind: 'api',
      password: undefined,
    })
    const { password, row } = newApiPassword(deps, contactId, now)
    const session = openSoapSession(deps, contactId, row.id, now)
    await deps.store.commit(
      deps.store.addApiFacts({ contactId, createdById: '', createdByName: '', addresses: [] }),
      deps.store.addApiPassword(row),
      session.writes,
    )
    sessions.push(`<session>${session.token}</session>`)
    made.push({ login, password })
  }
  await deps.store.close()
  return { ...house, sessions, made }
}

/** How many messages a second one core reads, and how long the most laborious ones that the limits let through take it. */
function parsing(limits: Parameters<typeof readCall>[1]) {
  const xml = message('ListContacts', '<session>MTIzNDU2Nzg5MDEyMzQ1Ng.MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI</session>')
  const timed = (text: string) => {
    const began = performance.now()
    try {
      readCall(text, limits)
    } catch {
      // Refused in the end, after the whole of the work.
    }
    return performance.now() - began
  }
  const end = performance.now() + 2000
  let count = 0
  for (; performance.now() < end; count++) readCall(xml, limits)
  const filled = (piece: string) => message('Login', piece.repeat(Math.floor((limits.bodyBytes - 400) / piece.length)))
  const attributes = Array.from({ length: limits.attributes }, (_, n) => ` a${n}="&amp;"`).join('')
  const worst = {
    'one text': message('Login', `<login>${'x'.repeat(limits.textCharacters)}</login>`),
    entities: filled('&lt;'),
    'comments between letters': filled('a<!---->'),
    elements: message('Login', '<a></a>'.repeat(limits.elements - 3)),
    'elements full of attributes': filled(`<a${attributes}/>`),
    'namespaces on every element': filled(`<a${Array.from({ length: limits.attributes }, (_, n) => ` xmlns:n${n}="u${n}"`).join('')}/>`),
    'a name without end': message('Login', `<${'a'.repeat(limits.bodyBytes - 400)}`),
  }
  const slowest = Object.entries(worst)
    .map(([what, text]) => ({ what, ms: Math.max(...Array.from({ length: 5 }, () => timed(text))) }))
    .sort((a, b) => b.ms - a.ms)[0]
  return { perSecond: count / 2, slowest }
}

const figures = (what: string, { perSecond, p50, p99, other }: Outcome) => ({
  what,
  'per second': Math.round(perSecond),
  'p50 ms': Number(p50.toFixed(2)),
  'p99 ms': Number(p99.toFixed(2)),
  'not as expected': other,
})

/** Calls of old programs a second, beside reading their messages and nothing else. */
export async function measureSoap() {
  const house = await furnishPrograms()
  const { soap } = house.deps.config.rules
  const server = await serve(house.dataDir, port)
  const inTurn = (requests: Buffer[]) => {
    let at = 0
    return () => requests[at++ % requests.length]
  }
  const measured = (requests: Buffer[]) => load(port, { connections: 16, ms: 4000, expected: 200, next: inTurn(requests) })
  const rows = [
    figures(
      'SOAP Login of a program',
      await measured(house.made.map(({ login, password }) => wire('Login', `<login>${login}</login><password>${password}</password>`))),
    ),
    figures('SOAP GetAccount', await measured(house.sessions.map((session) => wire('GetAccount', session)))),
    figures(`SOAP ListContacts of ${colleagues}`, await measured(house.sessions.map((session) => wire('ListContacts', session)))),
  ]
  const { perSecond, slowest } = parsing(soap)
  console.log(`\nold programs (${availableParallelism()} cores)`)
  console.table(rows)
  console.log(
    `reading a message and nothing else: ${perSecond.toFixed(0)}/s; the most laborious within the limits: ${slowest?.what}, ${slowest?.ms.toFixed(1)} ms`,
  )
  await server.stop()
  house.remove()
}
