import { defineConfig } from 'vite'

// The server as one file: Node then reads one module instead of some hundreds, and drizzle's large package.json not at all.
// Native addons stay where they are installed. What looks at documents runs in a process of its own, from a file of its own.
export default defineConfig({
  ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2', 'sharp'] },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'node26',
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', 'inspect-child': 'src/documents/inspect-child.ts' },
      output: { entryFileNames: '[name].js' },
    },
  },
})
