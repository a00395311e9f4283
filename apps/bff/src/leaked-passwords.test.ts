import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Log } from './deps.ts'
import { leakChecker } from './leaked-passwords.ts'
import { signIn } from './testing/flows.ts'
import { openTestHouse, password } from './testing/house.ts'

// SHA-1 of "correct horse battery staple": abf7a-ad6438836dbe526aa231abde2d0eef74d42
const leaked = 'correct horse battery staple'
const rest = 'AD6438836DBE526AA231ABDE2D0EEF74D42'

const servers: { close(): void; closeAllConnections(): void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A list that answers each question with this text, or never. */
async function list(answer: string | undefined, status = 200) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['add-padding']}`)
    if (answer !== undefined) response.writeHead(status).end(answer)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`, asked }
}
const logged: unknown[] = []
const log = { warn: (facts: object, message: string) => void logged.push({ ...facts, message }) } as unknown as Log

test('a leaked password is known by the rest of its hash; only five characters of it leave the house', async () => {
  const { url, asked } = await list(`${'0'.repeat(35)}:7\r\n${rest}:251\r\n${'F'.repeat(35)}:1`)
  const isLeaked = leakChecker(url, 2000, log)
  expect(await isLeaked(leaked)).toBe(true)
  expect(await isLeaked(`${leaked}!`)).toBe(false)
  expect(asked[0]).toBe('/range/ABF7A true')
})

test('a line of padding, with a count of zero, is no leak', async () => {
  const { url } = await list(`${rest}:0\r\n`)
  expect(await leakChecker(url, 2000, log)(leaked)).toBe(false)
})

test('a list that fails, stalls or is not there holds nobody up, and the log says so without the password', async () => {
  const broken = await list('no', 500)
  const stalled = await list(undefined)
  for (const [url, wait] of [
    [broken.url, 2000],
    [stalled.url, 50],
    ['http://127.0.0.1:9/', 2000],
  ] as const) {
    logged.length = 0
    expect(await leakChecker(url, wait, log)(leaked)).toBe(false)
    expect(logged).toHaveLength(1)
    expect(JSON.stringify(logged)).not.toMatch(/correct|ABF7A/i)
  }
})

test('where the operator named a list, a leaked password is refused as such, and the meter asks nobody', async () => {
  const house = await openTestHouse()
  const asked: string[] = []
  house.deps.isLeaked = async (typed) => asked.push(typed) > 0
  const browser = house.browser()
  await signIn(browser, await house.person())
  const newPassword = 'quatre gats i un paraigua'
  expect((await browser.call('POST /api/password/strength', { newPassword })).body).toEqual({ score: 4, refusal: null })
  expect(asked).toEqual([])
  const answer = await browser.call('POST /api/password/change', { password, newPassword })
  expect(answer.problem).toMatchObject({ status: 422, fields: { newPassword: 'in-a-data-leak' } })
  expect(asked).toEqual([newPassword])
})
