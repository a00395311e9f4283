import type { Deps } from '../deps.ts'
import { compose } from './messages.ts'
import type { Transport } from './transport.ts'

/**
 * Delivers the next mail that is due; false when none is. A mail that fails comes again later and later, and is dead
 * after the last try. Taking it is also its lease: should the process die now, it comes up again by itself.
 */
export async function deliverNext(deps: Deps, transport: Transport): Promise<boolean> {
  const { clock, store, config, log } = deps
  const { leaseMs, retriesMs, timeZone } = config.rules.mail
  const mail = await store.takeDueMail(clock.now(), clock.now() + leaseMs)
  if (!mail) return false
  try {
    const message = compose(mail.letter, mail.facts, mail.language, { name: config.issuer, timeZone })
    await transport.deliver({ id: mail.id, address: mail.address, name: mail.facts.name, date: new Date(mail.createdAt), ...message })
    await store.commit(store.markMailSent(mail.id, clock.now()))
    log.info({ mail: mail.id, kind: mail.letter.kind }, 'mail sent')
  } catch (reason) {
    const wait = retriesMs[mail.attempts - 1]
    const nextAt = wait === undefined ? null : clock.now() + wait
    await store.commit(store.markMailFailed(mail.id, nextAt, String(reason).slice(0, 300)))
    log.warn({ mail: mail.id, kind: mail.letter.kind, attempts: mail.attempts, dead: nextAt === null, err: reason }, 'mail not delivered')
  }
  return true
}

/** Runs the courier until stopped: looks every `everyMs`, empties what is due, and never runs twice at once. */
export function runCourier(deps: Deps, transport: Transport, everyMs: number) {
  let isStopped = false
  let timer: NodeJS.Timeout
  let round: Promise<void> = Promise.resolve()
  const look = async () => {
    try {
      while (!isStopped && (await deliverNext(deps, transport)));
    } catch (reason) {
      deps.log.error({ err: reason }, 'the courier stumbled')
    }
    if (!isStopped) timer = setTimeout(start, everyMs)
  }
  const start = () => {
    round = look()
  }
  start()
  return {
    /** Ends after the mail in hand. */
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await round
      transport.close()
    },
  }
}
