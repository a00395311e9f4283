import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const image = new URL('example.png', import.meta.url).pathname
const uri = 'otpauth://totp/Porta:anna?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Porta'

async function run(args: string[], input?: Uint8Array) {
  const child = spawn(process.execPath, [new URL('cli.ts', import.meta.url).pathname, ...args])
  child.stdin.end(input)
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { out, err, status }
}

test('codes of an image, of standard input and of a URI', async () => {
  const at = ['--at', '1111111109']
  const line = '081804  1 s left\n'
  expect(await run([image, ...at])).toEqual({ out: line, err: '', status: 0 })
  expect(await run(['-', ...at], readFileSync(image))).toEqual({ out: line, err: '', status: 0 })
  expect(await run([uri, ...at])).toEqual({ out: line, err: '', status: 0 })
})

test('the following codes say from when to when they hold', async () => {
  const { out } = await run([uri, '--at', '1111111109', '--count', '2'])
  expect(out).toBe('081804  1 s left\n050471  from 1 s to 31 s from now\n')
})

test('--help explains, and every mistake is one line and a failure', async () => {
  expect((await run(['--help'])).out).toContain('--count <n>')
  const mistakes = [
    [],
    ['nowhere.png'],
    ['otpauth://totp/a'],
    [uri, '--count', 'two'],
    [uri, '--nonsense'],
    [uri, uri],
    [import.meta.filename],
  ]
  for (const { out, err, status } of await Promise.all(mistakes.map((args) => run(args)))) {
    expect({ out, status }).toEqual({ out: '', status: 1 })
    expect(err).toMatch(/^authenticator: .+\n$/)
  }
})
