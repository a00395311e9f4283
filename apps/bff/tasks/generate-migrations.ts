// pnpm migrations: writes the SQL that brings the database from the last migration to the tables in code. To be read before it is committed.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const cwd = new URL('..', import.meta.url)
const folder = new URL('migrations/sqlite/', cwd)
const before = new Set(readdirSync(folder))
execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', '--name', process.argv[2] ?? 'change'], {
  cwd,
  stdio: 'inherit',
})
for (const name of readdirSync(folder).filter((file) => file.endsWith('.sql') && !before.has(file))) {
  const file = new URL(name, folder)
  // STRICT: SQLite then refuses a value of the wrong type. drizzle-kit cannot say it.
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/(CREATE TABLE [\s\S]*?\n\));/g, '$1 STRICT;'))
}
