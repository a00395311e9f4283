// pnpm outbox: how many mails are waiting, sent and dead, and which are dead. pnpm outbox retry <id>|all: tries dead ones anew.
// Works on DATA_DIR, also while the server runs on it. What a mail carries is never shown.
import { readConfig } from '../src/config.ts'
import { openHouse } from '../src/house.ts'
import { oneLine } from '../src/mail/clean.ts'

const usage = 'usage: pnpm outbox [retry <id>|all]'
const silent = () => undefined

async function main([verb, which, ...rest]: readonly string[]) {
  if (rest.length > 0 || (verb !== undefined && (verb !== 'retry' || which === undefined))) throw new Error(usage)
  const log = { debug: silent, info: silent, warn: console.error, error: console.error }
  const { store, clock } = await openHouse(readConfig({ ...process.env, DEMO: 'off' }), log)
  try {
    const dead = await store.listDeadMails()
    if (verb === undefined) {
      const { queued, due, sent, dead: lost } = await store.countMails(clock.now())
      print(`${queued} queued (${due} due), ${sent} sent, ${lost} dead`)
      for (const { id, letter, address, attempts, createdAt, expiresAt, lastError } of dead)
        print(
          `\n${id}  ${letter.kind} to ${oneLine(address, 254)}`,
          `  since ${new Date(createdAt).toISOString()}, tried ${attempts} times${expiresAt === null ? '' : `, of use until ${new Date(expiresAt).toISOString()}`}`,
          `  ${oneLine(lastError ?? '', 300)}`,
        )
      return
    }
    const wanted = which === 'all' ? dead : dead.filter(({ id }) => id === which)
    if (which !== 'all' && wanted.length === 0) throw new Error(`there is no dead mail ${which}`)
    const now = clock.now()
    const able = wanted.filter(({ expiresAt, secretSealed }) => expiresAt === null || (expiresAt > now && secretSealed !== null))
    await store.commit(able.map(({ id }) => store.requeueMail(id, now)))
    print(`${able.length} queued again`)
    if (able.length < wanted.length) print(`${wanted.length - able.length} not: the link or code that they carried is over`)
  } finally {
    await store.close()
  }
}
const print = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`)

main(process.argv.slice(2)).catch((reason: unknown) => {
  process.stderr.write(`outbox: ${reason instanceof Error ? reason.message : String(reason)}\n`)
  process.exit(1)
})
