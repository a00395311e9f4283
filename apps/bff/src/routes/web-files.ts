import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { type Language, languages, pickLanguage } from '@porta/shared'
import type { Context, Hono } from 'hono'
import { Problem } from '../domain/problem.ts'
import { readCookies } from './cookies.ts'
import type { Env } from './mount.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

type File = { type: string; etag: string; plain: Buffer; br: Buffer | undefined; gzip: Buffer | undefined; immutable: boolean }

/** Reads the built SPA into memory once: no path of a request ever reaches the file system. */
function readFiles(dist: string): Map<string, File> {
  const files = new Map<string, File>()
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const file = join(entry.parentPath, entry.name)
    const plain = readFileSync(file)
    const packed = (suffix: string) => (existsSync(file + suffix) ? readFileSync(file + suffix) : undefined)
    const path = file.slice(dist.length).replaceAll('\\', '/')
    files.set(path, {
      type,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      plain,
      br: packed('.br'),
      gzip: packed('.gz'),
      immutable: path.startsWith('/assets/'),
    })
  }
  return files
}

type Page = { plain: Buffer; br: Buffer; gzip: Buffer }
type Chunk = { file: string }

/** The page in each language: `lang` filled in, and the sentences that every screen needs announced, so that they load beside the scripts. */
function readPages(dist: string): Record<Language, Page> {
  const template = readFileSync(join(dist, 'index.html'), 'utf8')
  const manifestFile = join(dist, '.vite/manifest.json')
  const manifest: Record<string, Chunk> = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
  const page = (language: Language): Page => {
    const announced = ['common', 'problems']
      .flatMap((name) => manifest[`src/i18n/messages/${language}/${name}.ts`]?.file ?? [])
      .map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`)
    const plain = Buffer.from(
      template.replace(/<html lang="[a-z]*"/, `<html lang="${language}"`).replace('</head>', () => `${announced.join('')}</head>`),
    )
    return { plain, br: brotliCompressSync(plain), gzip: gzipSync(plain) }
  }
  return Object.fromEntries(languages.map((language) => [language, page(language)])) as Record<Language, Page>
}

/** Serves the built SPA. What looks like a file and is not there is a 404, never the page. */
export function mountWebFiles(app: Hono<Env>, dist: string) {
  const files = readFiles(dist)
  const pages = readPages(dist)

  app.get('*', (c) => {
    const { path } = c.req
    const file = path === '/index.html' ? undefined : files.get(path)
    if (file) return sendFile(c, file)
    if (/^\/+api(\/|$)/i.test(path) || path.startsWith('/.') || /\.[^/]*$/.test(path)) throw new Problem('not-found')
    c.header('content-type', 'text/html; charset=utf-8')
    c.header('cache-control', 'no-store')
    c.header('vary', 'Accept-Language, Cookie, Accept-Encoding')
    return send(c, pages[languageOf(c)])
  })
  // A form sent by the browser itself, before the scripts were there: back to the same page, and nothing in the address.
  app.post('*', (c) => {
    if (c.req.path.startsWith('/api/')) throw new Problem('not-found')
    // Hono hands out the path decoded; a browser takes both slashes for one and drops tabs, and what then starts with two is another host.
    return c.redirect(encodeURI(`/${c.req.path.replace(/^[/\\]+/, '')}`), 303)
  })
}

const languageOf = (c: Context) =>
  pickLanguage(readCookies(c.req.header('cookie'))('lang'), ...(c.req.header('accept-language') ?? '').split(','))

function sendFile(c: Context, file: File) {
  c.header('content-type', file.type)
  c.header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  c.header('etag', file.etag)
  c.header('vary', 'Accept-Encoding')
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304)
  return send(c, file)
}

function send(c: Context, body: Pick<File, 'plain' | 'br' | 'gzip'>) {
  const accepted = c.req.header('accept-encoding') ?? ''
  for (const [encoding, packed] of [
    ['br', body.br],
    ['gzip', body.gzip],
  ] as const) {
    if (packed && accepted.includes(encoding)) {
      c.header('content-encoding', encoding)
      return c.body(packed as Buffer<ArrayBuffer>)
    }
  }
  return c.body(body.plain as Buffer<ArrayBuffer>)
}
