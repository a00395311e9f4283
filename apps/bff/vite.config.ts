import { defineConfig } from 'vite'

// The server as one file: Node then reads one module instead of some hundreds, and drizzle's large package.json not at all.
// Native addons stay where they are installed.
export default defineConfig({
  ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2'] },
  build: {
    ssr: 'src/main.ts',
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node26',
    minify: false,
    rolldownOptions: { output: { entryFileNames: '[name].js' } },
  },
})
