import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addCompany } from '../domain/people.ts'
import { colleague } from '../testing/company.ts'
import { openOperator } from '../testing/desk.ts'
import { type Desk, openDesk } from '../testing/requests.ts'
import { alter } from '../testing/rows.ts'

const minute = 60_000
type Queue = { requests: { id: string; number: string }[]; found: number; pages: number; open: number; mine: number; nobodys: number }

const queueOf = async ({ nuria }: Desk, query = '') => (await nuria.browser.send('GET', `/api/desk/requests?${query}`)).body as Queue
const idsOf = async (desk: Desk, query = '') => (await queueOf(desk, query)).requests.map(({ id }) => id)
describe('the queue', () => {
  test('shows what is open of all customers, the oldest first, and counts it', async () => {
    const desk = await openDesk()
    const { house, boss, member, pavel, pass, send, draft, move } = desk
    const one = await send(member)
    house.wait(1)
    const two = await send(boss)
    house.wait(1)
    const [drafted, done] = [await draft(), await send(member)]
    await move(done, 'done')
    await move(two, 'in-progress')
    expect(await queueOf(desk)).toMatchObject({ found: 3, pages: 1, open: 3, mine: 1, nobodys: 2 })
    expect((await queueOf(desk)).requests[1]).toEqual({
      id: two,
      number: expect.stringMatching(/^\d{9}$/),
      company: 'Ferreteria Soler, SL',
      by: 'Montserrat Soler',
      subject: 'Un registre MX nou',
      service: 'soler.example',
      state: 'in-progress',
      assurance: 'code',
      source: 'web',
      assignedTo: 'Núria Camps',
      at: expect.any(Number),
      changedAt: house.now(),
    })
    expect(await idsOf(desk)).toEqual([one, two, drafted])
    expect(await idsOf(desk, 'state=sent')).toEqual([one])
    expect(await idsOf(desk, 'state=in-progress')).toEqual([two])
    expect(await idsOf(desk, 'state=to-sign')).toEqual([drafted])
    expect(await idsOf(desk, 'state=closed')).toEqual([done])
    expect(await idsOf(desk, 'assigned=me')).toEqual([two])
    expect(await idsOf(desk, 'assigned=nobody')).toEqual([one, drafted])
    expect(await idsOf(desk, 'assurance=code')).toEqual([two])
    expect(await idsOf(desk, 'assurance=password&state=open&assigned=nobody')).toEqual([one])
    const theirs = (await pavel.browser.send('GET', '/api/desk/requests?assigned=me')).body
    expect(theirs).toMatchObject({ requests: [], found: 0, open: 3, mine: 0, nobodys: 2 })
    // A draft that nobody signed is closed, before anybody has written that down.
    await pass(30 * minute)
    expect(await queueOf(desk)).toMatchObject({ found: 2, open: 2, mine: 1, nobodys: 1 })
    expect(await idsOf(desk, 'state=to-sign')).toEqual([])
    expect(await idsOf(desk, 'state=closed')).toEqual([drafted, done])
  })

  test('is searched by the beginning of a number, as it is read aloud, and by a part of a company’s name', async () => {
    const desk = await openDesk()
    const { house, member, send } = desk
    const companyId = await addCompany(house.deps, { name: 'Àgora 100%_Çedilla, SL', operator: false })
    const other = await colleague(house, { companyId, login: 'a@agora.example', name: 'A' })
    const [one, two] = [await send(member), await send(other)]
    const number = (await queueOf(desk)).requests.find(({ id }) => id === one)?.number ?? ''
    const spoken = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
    const found = (search: string) => idsOf(desk, `search=${encodeURIComponent(search)}`)
    for (const search of [number, spoken, number.slice(0, 5), ` ${spoken.slice(0, 7)} `, 'soler', 'FERRETERIA', 'Soler, SL'])
      expect(await found(search), search).toEqual([one])
    for (const search of ['àgora', '100%_ç', 'ÇEDILLA']) expect(await found(search), search).toEqual([two])
    for (const search of ['100%x', 's_ler', '%', 'nobody', "' or 1=1 --", '999999999999'])
      expect(await found(search), search).toEqual(search === '%' ? [two] : [])
    for (const search of ['-', ' - ', '--']) expect(await found(search), search).toEqual([])
    expect(await queueOf(desk, 'search=soler')).toMatchObject({ found: 1, open: 2 })
  })

  test('has fifty a page', async () => {
    const desk = await openDesk()
    const { house, member, boss, send } = desk
    for (let n = 0; n < 26; n++) {
      house.wait(1)
      await send(member, { subject: `${n}` })
      await send(boss)
    }
    expect(await queueOf(desk)).toMatchObject({ found: 52, pages: 2 })
    expect(await idsOf(desk)).toHaveLength(50)
    expect(await idsOf(desk, 'page=2')).toHaveLength(2)
    expect(await queueOf(desk, 'assurance=code&page=2')).toMatchObject({ requests: [], found: 26, pages: 1 })
  }, 20_000)

  test('names the people of the desk who can sign in, and nobody else', async () => {
    const { house, nuria, pavel } = await openDesk()
    const { join } = await openOperator(house)
    await join('Ada Admin', { role: 'admin' })
    const gone = await join('Gina Gone')
    const { contacts } = house.engine.tables
    await alter(house.engine, contacts, { active: false }, eq(contacts.id, gone.id))
    await house.person({ role: 'support' })
    expect((await nuria.browser.call('GET /api/desk/staff')).body).toEqual({
      staff: [
        { id: nuria.id, name: 'Núria Camps' },
        { id: pavel.id, name: 'Pavel Novák' },
      ],
    })
  })
})
