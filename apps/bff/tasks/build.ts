// pnpm build: the SPA into apps/web/dist and the server into apps/bff/dist. Does nothing when nothing has changed since the last build.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const apps = ['apps/web', 'apps/bff'] as const

/** One hash over everything that goes into the build of an app. */
function sourcesOf(app: string): string {
  const hash = createHash('sha256')
  const patterns = [
    `{${app},packages/shared}/src/**/*`,
    `${app}/{package.json,vite.config.ts,index.html}`,
    `${app}/public/**/*`,
    'pnpm-lock.yaml',
  ]
  const files = globSync(patterns, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/** Builds what has changed since its last build. */
export function build(wanted: readonly (typeof apps)[number][] = apps) {
  for (const app of wanted) {
    const stampFile = join(root, app, 'dist/.built-from')
    const stamp = sourcesOf(app)
    if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) continue
    execFileSync(process.execPath, [join(root, app, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
      cwd: join(root, app),
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    writeFileSync(stampFile, stamp)
  }
}

if (import.meta.main) build()
