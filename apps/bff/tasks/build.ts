// pnpm build: the SPA into apps/web/dist and the server into apps/bff/dist. Does nothing when nothing has changed since the last build.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const stampFile = join(root, 'apps/bff/dist/built-from')

/** One hash over everything that goes into a build. */
function sources(): string {
  const hash = createHash('sha256')
  const files = globSync(
    ['{apps,packages}/*/src/**/*', 'apps/*/{package.json,vite.config.ts,index.html}', 'apps/web/public/**/*', 'pnpm-lock.yaml'],
    { cwd: root, withFileTypes: true },
  )
  for (const file of files
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** Builds what has changed. */
export function build() {
  const now = sources()
  if (existsSync(stampFile) && existsSync(join(root, 'apps/web/dist/index.html')) && readFileSync(stampFile, 'utf8') === now) return
  for (const app of ['apps/web', 'apps/bff']) {
    execFileSync(process.execPath, [join(root, app, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: join(root, app),
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    })
  }
  writeFileSync(stampFile, now)
}

if (import.meta.main) build()
