// pnpm audit-chain: checks that no security event was changed, removed or slipped in, and prints the head of the chain to be kept elsewhere.
// pnpm audit-chain --since 1234:6f1c…: also checks that a head noted down before is still part of it.
// Works on DATA_DIR, also while the server runs on it. Ends with 1 when something is wrong.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../src/config.ts'
import { chainEvents, checkChain } from '../src/domain/audit.ts'
import { openHouse } from '../src/house.ts'

const silent = () => undefined

function keptHead(text: string | undefined) {
  if (text === undefined) return undefined
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? []
  if (seq === undefined || hash === undefined) throw new Error('usage: pnpm audit-chain [--since <number>:<64 hexadecimal digits>]')
  return { seq: Number(seq), hash: Buffer.from(hash, 'hex') }
}

async function main() {
  const kept = keptHead(parseArgs({ options: { since: { type: 'string' } } }).values.since)
  const log = { debug: silent, info: silent, warn: console.error, error: console.error }
  const config = readConfig({ ...process.env, DEMO: 'off' })
  // A house that is made by looking at it would be found whole.
  if (!existsSync(join(config.dataDir, 'porta.db'))) throw new Error(`there is no database in ${config.dataDir}`)
  const deps = await openHouse(config, log)
  try {
    await chainEvents(deps)
    const { chained, waiting, head, first, broken, hasKeptHead } = await checkChain(deps, kept)
    print(`${chained} events chained${first !== undefined && first > 1 ? ` from link ${first} on` : ''}, ${waiting} waiting`)
    if (head) print(`head ${head.seq}:${head.hash.toString('hex')}`)
    if (broken) {
      const where = broken.seq === undefined ? 'outside the chain' : `link ${broken.seq}`
      const when = broken.at === 0 ? '' : ` of ${new Date(broken.at).toISOString()}`
      print(`BROKEN at ${where}: event ${broken.eventId}${when}: ${broken.what}`)
    }
    if (hasKeptHead === false)
      print(broken ? 'the kept head was not reached' : 'BROKEN: the kept head is not in the chain: its end was cut off or made anew')
    if (kept && !broken && hasKeptHead === undefined) print('the kept head is of links that are no longer kept: it tells nothing any more')
    if (!broken && hasKeptHead !== false) print('whole')
    return broken || hasKeptHead === false ? 1 : 0
  } finally {
    await deps.store.close()
  }
}
const print = (line: string) => process.stdout.write(`${line}\n`)

main()
  .then((code) => process.exit(code))
  .catch((reason: unknown) => {
    process.stderr.write(`audit-chain: ${reason instanceof Error ? reason.message : String(reason)}\n`)
    process.exit(1)
  })
