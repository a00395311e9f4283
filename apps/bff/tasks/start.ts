// pnpm start: builds what has changed and serves it, with the demo data unless DEMO says otherwise. The server runs in this very process.
import { build } from './build.ts'
import { stopWithLauncher } from './launcher.ts'

build()
stopWithLauncher()
if (process.env['NODE_ENV'] !== 'production') process.env['DEMO'] ||= 'on'
await import(new URL('../dist/main.js', import.meta.url).href)
