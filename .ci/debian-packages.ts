import { chromiumPath } from '../e2e/chromium.ts'
import { has, run } from './commands.ts'

/** What the stories use of Debian: a browser, unless there is one, and the two tools that nobody here wrote. */
function missingPackages(): string[] {
  const missing: string[] = []
  if (!chromiumPath()) missing.push('chromium')
  if (!has('zbarimg')) missing.push('zbar-tools')
  if (!has('oathtool')) missing.push('oathtool')
  return missing
}

/** Installs what is missing where that is possible; otherwise warns, and the stories that need it skip or fail by themselves. */
export async function installMissingPackages(): Promise<void> {
  const missing = missingPackages()
  if (missing.length === 0) return
  // No package may stop to ask a question.
  process.env['DEBIAN_FRONTEND'] ??= 'noninteractive'
  const may = process.getuid?.() === 0 && has('apt-get')
  const done =
    may && (await run('apt-get', 'update', '-q')) && (await run('apt-get', 'install', '-qy', '--no-install-recommends', ...missing))
  if (!done) console.warn(`warning: please install ${missing.join(', ')}; without, some stories are skipped or fail`)
}
