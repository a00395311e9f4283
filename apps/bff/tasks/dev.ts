// pnpm dev: the server from its sources, started anew at each change (port 3000), and Vite for the screens (port 5173, /api passed on).
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const env = { ...process.env, DEMO: process.env['DEMO'] ?? 'on', PUBLIC_URL: 'http://localhost:5173' }
const children = [
  spawn(process.execPath, ['--watch-path', 'apps/bff/src', '--watch-path', 'packages/shared/src', 'apps/bff/src/main.ts'], {
    cwd: root,
    env,
    stdio: 'inherit',
  }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js'], { cwd: join(root, 'apps/web'), stdio: 'inherit' }),
]
const stop = () => {
  for (const child of children) child.kill()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
for (const child of children) child.once('exit', stop)
