import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { Keyring } from './domain/secrets.ts'
import type { Random } from './domain/tokens.ts'

const keyFile = z.strictObject({ current: z.string(), keys: z.record(z.string(), z.string()) })

/** Reads the key file; undefined when there is none. Throws one clear line when it is not as it should be. */
export function readKeyring(file: string): Keyring | undefined {
  if (!existsSync(file)) return undefined
  let parsed: z.infer<typeof keyFile>
  try {
    parsed = keyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Error(`the key file ${file} cannot be read as a key file`)
  }
  const keys = Object.fromEntries(Object.entries(parsed.keys).map(([kid, text]) => [kid, Buffer.from(text, 'base64url')]))
  if (keys[parsed.current]?.length !== 32) throw new Error(`the key file ${file} has no current key of 32 bytes`)
  return { current: parsed.current, keys }
}

/** Makes the key file of a new installation, readable by its owner only. It is never overwritten. */
export function makeKeyring(file: string, random: Random): Keyring {
  const key = random.bytes(32)
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, `${JSON.stringify({ current: 'k1', keys: { k1: key.toString('base64url') } }, null, 2)}\n`, {
    mode: 0o600,
    flag: 'wx',
    // A power cut must not leave a database whose key is gone.
    flush: true,
  })
  chmodSync(file, 0o600)
  return { current: 'k1', keys: { k1: key } }
}
