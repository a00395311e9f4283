import type { Deps } from '../deps.ts'
import { isSigned } from './signing.ts'

const begin = '-----BEGIN PORTA RECEIPT-----'
const middle = '-----BEGIN PORTA SIGNATURE-----'
const end = '-----END PORTA SIGNATURE-----'

type Receipt = { statement: string; signature: string; keyId: string }

/**
 * A signed statement as a text to keep: laid out and dash-escaped as a cleartext message of OpenPGP (RFC 9580 section 7.2), under
 * names of our own. The signature is over the statement's UTF-8 bytes, from its first letter to the one before the last line
 * break, in base64 (RFC 4648 section 4) in lines of 64.
 */
export function receiptOf({ statement, signature, keyId }: Receipt): string {
  const escaped = statement.split('\n').map((line) => (line.startsWith('-') ? `- ${line}` : line))
  const base64 = Buffer.from(signature, 'base64url').toString('base64')
  return [begin, `Key: ${keyId}`, '', ...escaped, middle, ...(base64.match(/.{1,64}/g) ?? []), end, ''].join('\n')
}

function readReceipt(text: string): Receipt | undefined {
  const lines = text.split('\n')
  const to = lines.indexOf(middle)
  const keyId = /^Key: (\w{1,64})$/.exec(lines[1] ?? '')?.[1]
  if (to < 3 || keyId === undefined) return undefined
  const statement = lines.slice(3, to).map((line) => (line.startsWith('- ') ? line.slice(2) : line))
  const signature = Buffer.from(lines.slice(to + 1, -2).join(''), 'base64').toString('base64url')
  return { statement: statement.join('\n'), signature, keyId }
}

const emptyLine = /^[ \t]*$/

/** With line feeds only, and without empty lines around it: that much a mail or an editor changes. */
function plainOf(text: string): string {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  const from = lines.findIndex((line) => !emptyLine.test(line))
  const to = lines.findLastIndex((line) => !emptyLine.test(line))
  return `${lines.slice(Math.max(from, 0), to + 1).join('\n')}\n`
}

/** Whether a receipt is one of ours, to the letter; of a genuine one what was signed, and by which key. It takes any text. */
export function checkReceipt(deps: Pick<Deps, 'sealer'>, text: string) {
  const plain = plainOf(text)
  const read = readReceipt(plain)
  // Written anew it is the same: so nothing beside the statement has been edited either.
  const isWhole = read !== undefined && receiptOf(read) === plain && isSigned(deps, read.statement, read.signature, read.keyId)
  return isWhole ? { genuine: true, statement: read.statement, keyId: read.keyId } : { genuine: false, statement: null, keyId: null }
}
