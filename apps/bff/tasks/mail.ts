// pnpm mail: catches mails on this machine and shows them on a page, until it is stopped. MAIL_SMTP_PORT and MAIL_PORT choose the ports.
import { startCatcher } from './mail-catcher.ts'

function portFrom(name: string, otherwise: number): number {
  const port = Number(process.env[name] || otherwise)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${name} must be a port number, 1 to 65535`)
  return port
}

try {
  const { page, smtpUrl, stop } = await startCatcher({ smtp: portFrom('MAIL_SMTP_PORT', 1025), http: portFrom('MAIL_PORT', 1080) })
  process.stdout.write(`Mails are shown at ${page}\nStart Porta with SMTP_URL=${smtpUrl}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())
} catch (reason) {
  process.stderr.write(`mail: ${reason instanceof Error ? reason.message : String(reason)}\n`)
  process.exit(1)
}
