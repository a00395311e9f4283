import { createCipheriv, createDecipheriv } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../domain/problem.ts'
import type { Random } from '../domain/tokens.ts'

export type Vault = ReturnType<typeof openVault>

const additional = (id: string) => Buffer.from(`document|v1|${id}`)
const isOurs = (name: string) => /^[0-9a-f]{32}(\.part)?$/.test(name)

/**
 * Sealed files in one folder, which is made with the first of them. Each has a name that says nothing and a key of its own
 * (AES-256-GCM: 96-bit iv, ciphertext, 128-bit tag) and opens only as the document that it was written as.
 */
export function openVault(folder: string, random: Random) {
  const at = (file: string) => join(folder, file)

  return {
    /** Writes a file that is whole on the disk when it has its name; the key is to be kept elsewhere. */
    async write(id: string, content: Buffer): Promise<{ file: string; key: Buffer }> {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = random.bytes(16).toString('hex')
      const key = random.bytes(32)
      const iv = random.bytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: 16 }).setAAD(additional(id))
      const part = at(`${file}.part`)
      try {
        const handle = await open(part, 'wx', 0o600)
        try {
          await handle.writeFile([iv, cipher.update(content), cipher.final(), cipher.getAuthTag()])
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(part, at(file))
      } catch (reason) {
        // A disk that is full must not stay full of what was refused.
        await unlink(part).catch(() => undefined)
        throw reason
      }
      const whole = await open(folder)
      await whole.sync().finally(() => whole.close())
      return { file, key }
    },
    /** Refuses with `unavailable` what is not there, was changed, or was written as another document. */
    async read(file: string, id: string, key: Buffer): Promise<Buffer> {
      try {
        const sealed = await readFile(at(file))
        const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 }).setAAD(additional(id))
        decipher.setAuthTag(sealed.subarray(-16))
        return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
      } catch {
        throw new Problem('unavailable')
      }
    },
    /** Safe to repeat. */
    async remove(file: string) {
      await unlink(at(file)).catch((reason: NodeJS.ErrnoException) => {
        if (reason.code !== 'ENOENT') throw reason
      })
    },
    /** The files last written before that instant (ms since 1970), one after the other. */
    async *listWrittenBefore(instant: number): AsyncGenerator<string> {
      const names = await readdir(folder).catch((reason: NodeJS.ErrnoException) => {
        if (reason.code !== 'ENOENT') throw reason
        return []
      })
      for (const name of names.filter(isOurs)) {
        const found = await stat(at(name)).catch(() => undefined)
        if (found && found.mtimeMs < instant) yield name
      }
    },
  }
}
