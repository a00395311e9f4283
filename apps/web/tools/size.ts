import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** The most JavaScript the sign-in page may load, gzipped, in bytes. */
const budget = 95_000

type Chunk = { file: string; imports?: string[] }
type Row = { page: string; files: number; gzip: number }
/** What `measure` found: bytes per page, the sign-in page split by origin, and every broken promise in words. */
export type Sizes = { pages: Row[]; parts: { part: string; gzip: number }[]; broken: string[] }

const page = (name: string, ...sources: string[]) => ({
  name,
  sources: ['index.html', messages('common'), messages('problems'), ...sources],
})
const messages = (namespace: string) => `src/i18n/messages/ca/${namespace}.ts`
const signedIn = ['src/app/inside-routes.tsx', 'src/app/signed-in-layout.tsx', messages('shell'), messages('notices')]
const account = [...signedIn, 'src/app/account-layout.tsx']

const signIn = page('/sign-in', 'src/features/sign-in/sign-in-page.tsx', messages('sign-in'))
const pages = [
  signIn,
  page('/sign-in/code', 'src/features/sign-in/code-page.tsx', messages('sign-in')),
  page('/', ...signedIn, 'src/app/home-page.tsx', messages('home')),
  page('/account', ...account, 'src/features/account/account-page.tsx', messages('account')),
  page('/account/two-factor', ...account, 'src/app/two-factor-page.tsx', messages('two-factor'), messages('trusted-devices')),
  page('/account/sessions', ...account, 'src/app/sessions-page.tsx', messages('sessions'), messages('trusted-devices')),
]

const partOf = (module: string) => {
  if (/node_modules\/(react|react-dom|scheduler)\//.test(module)) return 'react'
  if (/node_modules\/(react-router|cookie|set-cookie-parser|turbo-stream)\//.test(module)) return 'router'
  if (/node_modules\/(use-intl|icu-minify|@formatjs)\//.test(module)) return 'i18n'
  if (/node_modules\/zod\//.test(module)) return 'zod'
  return module.includes('node_modules') ? 'other' : 'ours'
}

/** Measures a finished build: what each page loads for its first screen, in Catalan. */
export function measure(dist: URL): Sizes {
  const read = <T>(path: string) => JSON.parse(readFileSync(new URL(path, dist), 'utf8')) as T
  const manifest = read<Record<string, Chunk>>('.vite/manifest.json')
  const modules = read<Record<string, [module: string, length: number][]>>('.vite/modules.json')
  const gzip = (file: string) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length

  const filesOf = (sources: string[]) => {
    const files = new Set<string>()
    const add = (source: string) => {
      const chunk = manifest[source]
      if (!chunk) throw new Error(`${source} is not in the build`)
      if (files.has(chunk.file)) return
      files.add(chunk.file)
      chunk.imports?.forEach(add)
    }
    sources.forEach(add)
    return [...files]
  }
  const total = (files: string[]) => files.reduce((sum, file) => sum + gzip(file), 0)

  const rows = pages.map(({ name, sources }) => ({ page: name, files: filesOf(sources).length, gzip: total(filesOf(sources)) }))
  const parts = new Map<string, number>()
  for (const file of filesOf(signIn.sources)) {
    const inside = modules[file] ?? []
    const length = inside.reduce((sum, [, each]) => sum + each, 0)
    // a chunk is compressed as one: its bytes are shared out by the length of its modules
    for (const [module, each] of inside) parts.set(partOf(module), (parts.get(partOf(module)) ?? 0) + (gzip(file) * each) / length)
  }

  const broken: string[] = []
  const first = rows[0]
  if (first && first.gzip > budget) broken.push(`${first.page} loads ${first.gzip} bytes of JavaScript; the budget is ${budget}`)
  if (parts.has('zod')) broken.push('zod got into the sign-in page')
  return { pages: rows, parts: [...parts].map(([part, bytes]) => ({ part, gzip: Math.round(bytes) })), broken }
}

if (import.meta.main) {
  const { pages: rows, parts, broken } = measure(new URL('../dist/', import.meta.url))
  console.table(rows)
  console.log(`of ${rows[0]?.page}, by origin (shared out by module length):`)
  console.table(parts)
  for (const sentence of broken) console.error(sentence)
  process.exitCode = broken.length > 0 ? 1 : 0
}
