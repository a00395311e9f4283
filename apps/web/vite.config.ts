import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import compile from 'icu-minify/compile'
import { defineConfig, type Plugin } from 'vite'

/**
 * Message catalogues are TypeScript files (typed keys, typed ICU arguments). At build time Node runs
 * them as they are and every ICU string is compiled, so the browser needs no ICU parser.
 */
function icuCatalogues(): Plugin {
  return {
    name: 'icu-catalogues',
    enforce: 'pre',
    load: {
      filter: { id: /\/i18n\/messages\/\w+\/[\w-]+\.ts$/ },
      async handler(id) {
        this.addWatchFile(id)
        const { default: messages } = (await import(`${pathToFileURL(id).href}?t=${Date.now()}`)) as { default: Record<string, string> }
        const compiled = Object.fromEntries(Object.entries(messages).map(([name, text]) => [name, compile(text)]))
        return { code: `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))})`, moduleType: 'js', map: null }
      },
    },
  }
}

/**
 * Lets the bundler leave out the router's parts for servers, forms and prefetching, 4 kB of the sign-in page:
 * it keeps every component that is given a name for developer tools, or made by a call not known to be pure.
 */
function lightRouter(): Plugin {
  return {
    name: 'light-router',
    apply: 'build',
    transform: {
      filter: { id: /\/react-router\/dist\/production\// },
      handler: (code) => ({
        code: code.replace(/^\w+\.displayName = .*;$/gm, '').replace(/= (React\$1\.forwardRef\()/g, '= /* @__PURE__ */ $1'),
        map: null,
      }),
    },
  }
}

/** Writes which modules went into each chunk, for tools/size.ts. */
function moduleList(): Plugin {
  return {
    name: 'module-list',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const list = chunks.map((chunk) => [
        chunk.fileName,
        Object.entries(chunk.modules).map(([id, module]) => [relative(import.meta.dirname, id), module.renderedLength]),
      ])
      this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source: JSON.stringify(Object.fromEntries(list)) })
    },
  }
}

/** Writes .br and .gz beside every text file; the server picks by Accept-Encoding. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async closeBundle() {
      const dir = join(import.meta.dirname, 'dist/assets')
      for (const name of await readdir(dir)) {
        if (!/\.(js|css|svg)$/.test(name)) continue
        const body = await readFile(join(dir, name))
        await Promise.all([
          writeFile(join(dir, `${name}.br`), brotliCompressSync(body)),
          writeFile(join(dir, `${name}.gz`), gzipSync(body, { level: 9 })),
        ])
      }
    },
  }
}

const shortName = (name: string, file: string) =>
  `_${createHash('sha1')
    .update(`${relative(import.meta.dirname, file.replace(/\?.*$/, ''))}#${name}`)
    .digest('base64url')
    .replace(/[^a-zA-Z0-9]/g, '')
    .slice(0, 6)}`

export default defineConfig(({ command, mode }) => ({
  root: import.meta.dirname,
  plugins: [react(), icuCatalogues(), lightRouter(), moduleList(), precompress()],
  // use-intl without its ICU parser: it only formats what was compiled above
  resolve: { alias: { 'use-intl/format-message': 'use-intl/format-message/format-only' } },
  css: command === 'build' && mode !== 'test' ? { modules: { generateScopedName: shortName } } : {},
  build: {
    outDir: 'dist',
    manifest: true,
    modulePreload: { polyfill: false },
    // keeps light-dark() native; the default target makes Lightning CSS expand it into variables
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    // no names: the entry lists every chunk, and hashes alone make that list shorter; the manifest keeps the names
    rolldownOptions: { output: { chunkFileNames: 'assets/[hash].js', assetFileNames: 'assets/[hash][extname]' } },
  },
  server: { proxy: { '/api': 'http://localhost:3000' } },
}))
