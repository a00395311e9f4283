import { type DeskSizes, furnishDesk } from './desk-stage.ts'
import { load, type Outcome, wire } from './load.ts'
import { showPlans } from './plans.ts'
import { type Account, codeNow, phoneOf, serve } from './stage.ts'

const figures = (what: string, { perSecond, p50, p99, count, other }: Outcome) => ({
  what,
  'per second': Math.round(perSecond),
  'p50 ms': Number(p50.toFixed(2)),
  'p99 ms': Number(p99.toFixed(2)),
  requests: count,
  'not as expected': other,
})

/** The lists of the desk and of its customers, look-ups, and the sending of requests, over HTTP; and how SQLite finds them. */
export async function measureDesk(port: number, sizes: DeskSizes) {
  const house = await furnishDesk(sizes)
  const { config } = house.deps
  console.log(`\nthe desk: ${sizes.people} people, ${sizes.requests} requests, ${sizes.open} of them open`)
  await showPlans(house)
  await house.deps.store.close()
  const server = await serve(house.dataDir, port)
  const first = house.desk[0] as Account
  const rows: ReturnType<typeof figures>[] = []
  const one = async (what: string, path: string, { sessionCookie }: Account) => {
    const get = wire('GET', path, port, undefined, sessionCookie)
    rows.push(figures(what, await load(port, { connections: 1, ms: 2000, expected: 200, next: () => get })))
  }
  const lastPage = (count: number) => Math.max(1, Math.ceil(count / 50))
  const queue = '/api/desk/requests'
  for (const [what, query] of [
    ['queue, first page', ''],
    ['queue, page 50', '?page=50'],
    ['queue, last page', `?page=${lastPage(sizes.open)}`],
    ['queue, mine', '?assigned=me'],
    ["queue, nobody's", '?assigned=nobody'],
    ['queue, signed with a code', '?assurance=code'],
    ['queue, by a company', '?search=company%2077'],
    ['queue, by a company, nothing found', '?search=nobody%20here'],
    ['queue, by a number', `?search=${house.someNumber}`],
    ['closed, first page', '?state=closed'],
    ['closed, page 50', '?state=closed&page=50'],
    ['closed, last page', `?state=closed&page=${lastPage(sizes.requests - sizes.open)}`],
    ['closed, mine', '?state=closed&assigned=me'],
    ["closed, nobody's", '?state=closed&assigned=nobody'],
    ['closed, signed with a code', '?state=closed&assurance=code'],
    ['closed, by a company', '?state=closed&search=company%2077'],
    ['closed, by a company, nothing found', '?state=closed&search=nobody%20here'],
  ] as const)
    await one(what, `${queue}${query}`, first)
  await one('one request, its signature checked', `${queue}/${house.someRequest}`, first)

  // Thirty look-ups an hour for each of the desk.
  const lookUp = (phone: (n: number) => string, from: number, to: number) => {
    let n = 0
    return () => {
      const staff = house.desk[n % house.desk.length] as Account
      const turn = from + Math.floor(n / house.desk.length)
      const body = { phone: phone(n++), reason: 'A caller' }
      return turn < to ? wire('POST', '/api/desk/calls', port, body, staff.sessionCookie) : undefined
    }
  }
  const known = lookUp((n) => phoneOf((n * 7919) % sizes.people), 0, 14)
  const unknown = lookUp(() => house.nobodysPhone, 14, 29)
  rows.push(figures('look-up, somebody found', await load(port, { connections: 1, ms: 4000, expected: 200, next: known })))
  rows.push(figures('look-up, nobody found', await load(port, { connections: 1, ms: 4000, expected: 200, next: unknown })))
  await one('the last look-ups', '/api/desk/calls', first)

  const [member = first] = house.withCode
  await one('requests of a member', '/api/requests', member)
  await one('requests of a company with many', '/api/requests', house.admin)
  await one('requests of a company with many, page 50', '/api/requests?page=50', house.admin)
  await one('requests of a company with many, closed', '/api/requests?state=closed', house.admin)

  // Each with a code of its own: a code works once.
  let sender = 0
  const content = { subject: 'A second address', service: 'mail.example.cat', text: 'Please add 203.0.113.25.\nThe first one stays.' }
  const send = () => {
    const account = house.withCode[sender++]
    return account && wire('POST', '/api/requests', port, { ...content, code: codeNow(account, config) }, account.sessionCookie)
  }
  const sent = await load(port, { connections: 16, ms: 8000, expected: 200, next: send })
  rows.push(figures('send a request, signed with a code', sent))
  console.table(rows)
  await server.stop()
  house.remove()
}
