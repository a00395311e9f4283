import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { hotp, stepAt } from './codes.ts'
import { type OtpauthKey, parseOtpauth } from './otpauth.ts'
import { readQrCode } from './qr.ts'

const help = `A virtual authenticator app: prints the codes of a key.

  pnpm authenticator <image.png | image.jpg | - | otpauth://…> [options]

  -                    read the image from standard input
  --count <n>          print n codes, this one and the following (default 1)
  --wait               print each code only when its time has come
  --at <unix seconds>  the codes of another moment
  --help               this text

Each line: the code, and how long it lasts.`

type Options = { source: string; count: number; wait: boolean; at: number | undefined }

function optionsFrom(args: string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { count: { type: 'string' }, wait: { type: 'boolean' }, at: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  })
  if (values.help) return 'help'
  const [source, ...more] = positionals
  if (source === undefined) throw new Error('an image or an otpauth URI is needed; see --help')
  if (more.length > 0) throw new Error('one image or otpauth URI at a time; put the URI between quotes')
  const at = values.at === undefined ? undefined : wholeNumber('--at', values.at)
  if (values.wait && at !== undefined) throw new Error('--wait and --at do not go together')
  return { source, count: wholeNumber('--count', values.count ?? '1'), wait: values.wait ?? false, at }
}

function wholeNumber(name: string, text: string): number {
  if (!/^[0-9]{1,12}$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`)
  return Number(text)
}

async function keyFrom(source: string): Promise<OtpauthKey> {
  if (source.startsWith('otpauth:')) return parseOtpauth(source)
  const image = readFileSync(source === '-' ? 0 : source)
  return parseOtpauth(await readQrCode(image))
}

async function printCodes({ count, wait, at }: Options, key: OtpauthKey) {
  const started = at === undefined ? Date.now() : at * 1000
  const first = stepAt(started, key.period)
  for (let step = first; step < first + count; step++) {
    const beginsMs = step * key.period * 1000
    if (wait) while (Date.now() < beginsMs) await delay(beginsMs - Date.now())
    const nowMs = wait ? Date.now() : started
    const left = Math.ceil((beginsMs - nowMs) / 1000) + key.period
    const when = beginsMs > nowMs ? `from ${Math.ceil((beginsMs - nowMs) / 1000)} s to ${left} s from now` : `${left} s left`
    console.log(`${hotp(key.secret, step, key)}  ${when}`)
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `there is no file ${path}`
  return error.message.split('\n')[0] ?? 'it did not work'
}

try {
  const options = optionsFrom(process.argv.slice(2))
  if (options === 'help') console.log(help)
  else await printCodes(options, await keyFrom(options.source))
} catch (error) {
  console.error(`authenticator: ${reasonOf(error)}`)
  process.exitCode = 1
}
