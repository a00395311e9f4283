import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const debian = '/usr/bin/chromium'

/** The browser to drive: the one named by CHROMIUM, else Playwright's own, else Debian's; undefined when there is none. */
export function chromiumPath(): string | undefined {
  return [process.env['CHROMIUM'], chromium.executablePath(), debian].find((path) => path && existsSync(path))
}

/** Root needs no-sandbox; the rest keeps Chromium from calling home on a closed network. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
