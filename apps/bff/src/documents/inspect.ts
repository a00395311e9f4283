import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type FieldProblem, fieldProblems } from '@porta/shared'
import type { Log } from '../deps.ts'
import { Problem } from '../domain/problem.ts'
import { typeOf } from './content.ts'
import type { DocumentType, Limits, Refused } from './limits.ts'
import { turnsOf } from './turns.ts'

/** Of the rules of documents. */
type Share = Limits & { atOnce: number; inspectWaitMs: number; inspectWithinMs: number; inspectMegabytes: number }
export type Inspected = { type: DocumentType; content: Buffer }

// The same seen from src/documents and from the bundle in dist.
const isSource = import.meta.filename.endsWith('.ts')
const app = join(import.meta.dirname, isSource ? '../..' : '..')
const inspectChild = join(import.meta.dirname, isSource ? 'inspect-child.ts' : 'inspect-child.js')

/** No files, no memory image, few handles; seconds of CPU, and KiB that it may write to, which is the kernel's own limit. */
const confined = 'ulimit -c 0; ulimit -f 0; ulimit -n 128; ulimit -t "$1"; ulimit -d "$2"; shift 2; exec "$@"'

/**
 * Looks at documents, each in a process of its own with little memory and time, a few at once; the others wait for their turn. Gives the content
 * to be kept: a PDF as it came, an image written anew. Refuses with `document-refused` and the reason, with `busy` when
 * the wait is too long, and with `unavailable` when no process can be started.
 */
export function documentInspector(rules: Share, log: Log, child = inspectChild) {
  const inTurn = turnsOf(rules.atOnce, rules.inspectWaitMs)
  return async (bytes: Buffer): Promise<Inspected> => {
    const type = typeOf(bytes)
    if (!type) throw refusal('not-a-document')
    // What is written anew may come out larger than it came in.
    const limits: Limits = { pages: rules.pages, pixels: rules.pixels, side: rules.side, bytes: 2 * rules.bytes }
    const { isReady, answer, end, said } = await inTurn(() =>
      run(start(child, type, limits, rules), bytes, rules.inspectWithinMs, limits.bytes),
    )
    if (!isReady) {
      log.error({ end, said }, 'no document can be looked at')
      throw new Problem('unavailable')
    }
    if (!answer) log.warn({ end, type }, 'a document was too much for the process that looked at it')
    const found = answer ?? { refused: 'damaged' }
    if ('refused' in found) throw refusal(found.refused)
    return { type, content: type === 'pdf' ? bytes : found.content }
  }
}

const refusal = (reason: FieldProblem) => new Problem('document-refused', { fields: { file: reason } })

function start(child: string, type: DocumentType, limits: Limits, { inspectWithinMs, inspectMegabytes }: Share) {
  const seconds = Math.ceil(inspectWithinMs / 1000)
  // Without a compiler nothing in it is both written and run, and what it sets aside for itself is small; sources need one to be read.
  const [flags, ownMegabytes] = child.endsWith('.ts') ? [[], 640] : [['--jitless'], 96]
  const [modules = ''] = createRequire(import.meta.url)
    .resolve('sharp')
    .split('/node_modules/')
  const readable = [join(modules, 'node_modules'), join(modules, 'package.json'), app]
  const command = [
    process.execPath,
    ...flags,
    `--max-old-space-size=${inspectMegabytes}`,
    '--permission',
    '--allow-addons',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    child,
    type,
    JSON.stringify(limits),
  ]
  const kibibytes = (inspectMegabytes + ownMegabytes) * 1024
  return spawn('/bin/sh', ['-c', confined, 'sh', String(seconds), String(kibibytes), ...command], { env: {}, stdio: 'pipe' })
}

type Outcome = { isReady: boolean; answer: { content: Buffer } | Refused | undefined; end: string; said: string }

/** Hands the document over and waits for the end of the process, which comes in time. */
function run(child: ChildProcess, bytes: Buffer, withinMs: number, most: number): Promise<Outcome> {
  return new Promise((done) => {
    const parts: Buffer[] = []
    let size = 0
    let said = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), withinMs)
    child.stdout?.on('data', (part: Buffer) => {
      parts.push(part)
      size += part.length
      if (size > most + 1000) child.kill('SIGKILL')
    })
    child.stderr?.on('data', (part: Buffer) => {
      said = (said + part.toString('utf8')).slice(-2000)
    })
    const finish = (end: string) => {
      clearTimeout(timer)
      const [ready, answer, content] = lines(Buffer.concat(parts))
      done({ isReady: ready === 'ready', answer: end === '0' ? readAnswer(answer, content) : undefined, end, said })
    }
    child.once('error', (reason) => finish(reason.message))
    child.once('close', (code, signal) => finish(String(code ?? signal)))
    // It may end before it has read everything.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(bytes)
  })
}

/** The first two lines, and the rest. */
function lines(output: Buffer): [string, string, Buffer] {
  const first = output.indexOf('\n')
  const second = output.indexOf('\n', first + 1)
  if (first < 0 || second < 0) return [output.subarray(0, Math.max(first, 0)).toString(), '', Buffer.alloc(0)]
  return [output.toString('utf8', 0, first), output.toString('utf8', first + 1, second), output.subarray(second + 1)]
}

/** Only the two forms that an answer has: the process may have been taken over by what it looked at. */
function readAnswer(line: string, content: Buffer): { content: Buffer } | Refused | undefined {
  if (line === '{}') return { content }
  const refused = fieldProblems.find((reason) => line === JSON.stringify({ refused: reason }))
  return refused && { refused }
}
