import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { createAdaptorServer } from '@hono/node-server'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { demoSignIns, makeDemo } from './demo.ts'
import { chainEvents } from './domain/audit.ts'
import { endDueCases } from './domain/case-end.ts'
import { warnOfHalfSignIns } from './domain/half-sign-in.ts'
import { sweep } from './domain/sweep.ts'
import { openHouse } from './house.ts'
import { runCourier } from './mail/courier.ts'
import { folderTransport, smtpTransport } from './mail/transport.ts'

const sweepEveryMs = 10 * 60_000
const courierEveryMs = 1000
const chainEveryMs = 1000

async function main() {
  // A thread of the pool for each core, before the first is started; hashing is what the pool is for here. Figures in decisions/006.
  process.env['UV_THREADPOOL_SIZE'] ??= String(Math.max(2, availableParallelism()))
  // Less memory under load at the same rates; figures in decisions/002.
  setFlagsFromString('--optimize-for-size')
  const config = readConfig(process.env)
  const destination = pino.destination({ dest: 1, sync: false })
  const log = pino({ level: config.logLevel, base: null }, destination)
  const deps = await openHouse(config, log)
  if (config.demo) await makeDemo(deps)

  const webDist = join(import.meta.dirname, '../../web/dist')
  const app = createApp(deps, existsSync(join(webDist, 'index.html')) ? webDist : undefined)
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      // As long as a document may take; everything else has its own, shorter time (routes/body.ts).
      requestTimeout: config.rules.documents.uploadWithinMs + 10_000,
      connectionsCheckingInterval: 2000,
      keepAliveTimeout: 5000,
    },
  }) as Server
  server.maxConnections = 2000
  server.maxRequestsPerSocket = 1000
  await new Promise<void>((done, fail) => {
    server.once('error', (reason) => fail(new Error(`HOST and PORT cannot be used: ${reason.message}`)))
    server.listen(config.port, config.host, () => done())
  })

  const sender = { from: config.mailFrom, replyTo: config.mailReplyTo, host: new URL(config.publicUrl).hostname }
  const transport = config.smtpUrl ? smtpTransport(config.smtpUrl, sender) : folderTransport(join(config.dataDir, 'mail'), sender)
  const courier = runCourier(deps, transport, courierEveryMs)
  const sweeper = setInterval(() => {
    sweep(deps).catch((reason: unknown) => log.error({ err: reason }, 'the sweep stumbled'))
  }, sweepEveryMs)

  const warner = setInterval(() => {
    warnOfHalfSignIns(deps).catch((reason: unknown) => log.error({ err: reason }, 'half sign-ins were not looked at'))
  }, config.rules.halfSignIn.lookEveryMs)

  const caseCloser = setInterval(() => {
    endDueCases(deps).catch((reason: unknown) => log.error({ err: reason }, 'recovery cases were not looked at'))
  }, config.rules.recovery.lookEveryMs)

  const chainer = setInterval(() => {
    chainEvents(deps).catch((reason: unknown) => log.error({ err: reason }, 'events were not put into the chain'))
  }, chainEveryMs)

  log.info({ port: config.port, host: config.host, dataDir: config.dataDir }, 'serving')
  process.stdout.write(`Porta is at ${config.publicUrl}\n${config.demo ? demoSignIns : ''}`)

  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    // Whoever has not been answered by then is cut off, so that the process keeps its promise to its supervisor.
    const cut = setTimeout(() => server.closeAllConnections(), config.rules.http.stopWithinMs - 2000)
    // A mail server that does not answer: the mail in hand comes up again by itself, its lease sees to that.
    setTimeout(() => {
      log.warn({}, 'stopped in the middle of a mail')
      void exit()
    }, config.rules.http.stopWithinMs - 1000).unref()
    clearInterval(sweeper)
    deps.live.close()
    clearInterval(warner)
    clearInterval(caseCloser)
    clearInterval(chainer)
    await new Promise<void>((done) => {
      server.close(() => done())
      server.closeIdleConnections()
    })
    clearTimeout(cut)
    await courier.stop()
    await chainEvents(deps).catch((reason: unknown) => log.error({ err: reason }, 'events were not put into the chain'))
    await deps.store.close()
    log.info({}, 'stopped')
    await exit()
  }
  // The log is ended, not flushed: a flush tries for ever when nobody reads it any more.
  const exit = async () => {
    await new Promise<void>((done) => {
      destination.once('close', () => done())
      setTimeout(done, 500)
      destination.end()
    })
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal))
}

main().catch((reason: unknown) => {
  process.stderr.write(`porta: ${reason instanceof Error ? reason.message.replaceAll(/\s+/g, ' ') : String(reason)}\n`)
  process.exit(1)
})
