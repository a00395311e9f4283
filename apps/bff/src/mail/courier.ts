import type { Deps } from '../deps.ts'
import type { Mail } from '../store/store.ts'
import { compose } from './messages.ts'
import type { OutgoingMail, Transport } from './transport.ts'

/**
 * Delivers the next mail that is due; false when none is. A mail that fails comes again later and later, whatever the mail
 * server said of it: a wrong setting of ours must not lose a warning for ever. It is dead after the last try, when its time
 * is over, or when what it carries cannot be opened.
 *
 * Taking it is also its lease: should the process die now, it comes up again by itself. That charge does not wait for the
 * disk (see store/sqlite.ts): a power cut may forget it, and then the mail leaves twice under one Message-ID. That it was
 * sent, and what it carried erased, is a commit. Between any two steps people are answered.
 */
export async function deliverNext(deps: Deps, transport: Transport): Promise<boolean> {
  const { clock, store, config, log } = deps
  const { leaseMs, deliverWithinMs, retriesMs } = config.rules.mail
  const mail = await store.takeDueMail(clock.now(), clock.now() + leaseMs)
  if (!mail) return false
  const facts = { mail: mail.id, kind: mail.letter.kind, attempts: mail.attempts }
  const bury = async (why: string) => {
    await store.commit(store.markMailFailed(mail.id, null, why), store.eraseExpiredSecrets(clock.now()))
    log.warn({ ...facts, dead: true, why }, 'mail given up')
    return true
  }
  if (mail.expiresAt !== null && mail.expiresAt <= clock.now())
    return bury(mail.lastError === null ? 'expired' : `expired; before: ${mail.lastError}`)
  const secret = openSecret(deps, mail)
  if (secret === null) return bury('what it carries does not open')

  try {
    await within(deliverWithinMs, transport.deliver(write(deps, mail, secret)))
  } catch (reason) {
    const wait = retriesMs[mail.attempts - 1]
    const nextAt = wait === undefined ? null : Math.min(clock.now() + wait, mail.expiresAt ?? Number.POSITIVE_INFINITY)
    // A mail server may repeat the link that it did not like.
    const why = String(reason)
      .replaceAll(secret ?? '\n', ' ')
      .slice(0, 300)
    await store.commit(store.markMailFailed(mail.id, nextAt, why))
    log.warn({ ...facts, dead: nextAt === null, why }, 'mail not delivered')
    return true
  }
  await store.commit(store.markMailSent(mail.id, clock.now()))
  log.info({ mail: mail.id, kind: mail.letter.kind }, 'mail sent')
  return true
}

/** What the mail carries; undefined when that is nothing, null when it does not open. */
function openSecret({ sealer }: Deps, { id, secretSealed }: Mail): string | undefined | null {
  if (secretSealed === null) return undefined
  try {
    return sealer.open('mail', id, secretSealed).toString()
  } catch {
    return null
  }
}

function write({ config }: Deps, mail: Mail, secret: string | undefined): OutgoingMail {
  const brand = { name: config.issuer, timeZone: config.rules.mail.timeZone, publicUrl: config.publicUrl }
  return {
    id: mail.id,
    address: mail.address,
    date: new Date(mail.createdAt),
    ...compose(mail.letter, mail.facts, mail.language, brand, secret),
  }
}

/** Gives up waiting after `ms`: a server that answers a little now and then would hold up all mails behind this one. */
async function within(ms: number, delivery: Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('the mail server took too long')), ms).unref()
  })
  await Promise.race([delivery, tooLong]).finally(() => clearTimeout(timer))
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
