// pnpm first-admin <e-mail> "<name>" [--company "<name>"] [--language ca]: the first person of an empty house, an admin of the operator.
// Prints a link to set a password with, once. Works on DATA_DIR, also while the server runs on it.
import { parseArgs } from 'node:util'
import { endpoints } from '@porta/shared'
import { readConfig } from '../src/config.ts'
import { tidyName } from '../src/domain/contacts.ts'
import { makeFirstAdmin } from '../src/domain/first-admin.ts'
import { Problem } from '../src/domain/problem.ts'
import { openHouse } from '../src/house.ts'

const usage = 'usage: pnpm first-admin <e-mail> "<name>" [--company "<name>"] [--language ca|es|en|cs]'
const silent = () => undefined

/** Whoever is made here is as good as somebody invited: the same rules for names and addresses. */
function readAsk(words: readonly string[]) {
  try {
    const options = { company: { type: 'string', default: 'Porta' }, language: { type: 'string', default: 'ca' } } as const
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    const [email, name, ...rest] = positionals
    const { body } = endpoints['POST /api/invitations']
    const person = body?.parse({ email, name, language: values.language, role: 'admin' })
    const company = body?.shape.name.parse(values.company)
    if (rest.length === 0 && person && company) return { ...person, name: tidyName(person.name), company: tidyName(company) }
  } catch {
    // Said below.
  }
  throw new Error(usage)
}

async function main(words: readonly string[]) {
  const ask = readAsk(words)
  const log = { debug: silent, info: silent, warn: console.error, error: console.error }
  const deps = await openHouse(readConfig({ ...process.env, DEMO: 'off' }), log)
  try {
    const { token, expiresAt } = await makeFirstAdmin(deps, ask).catch((reason: unknown) => {
      if (reason instanceof Problem && reason.code === 'already-a-contact')
        throw new Error('this house has people already: an admin of theirs invites others')
      throw reason
    })
    process.stdout.write(
      `${ask.name} is the first admin of ${ask.company}. Open this link to set a password, once, before ${new Date(expiresAt).toISOString()}:\n` +
        `${deps.config.publicUrl}/reset-password#${token}\n`,
    )
  } finally {
    await deps.store.close()
  }
}

main(process.argv.slice(2)).catch((reason: unknown) => {
  process.stderr.write(`first-admin: ${reason instanceof Error ? reason.message : String(reason)}\n`)
  process.exit(1)
})
