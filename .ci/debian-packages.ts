import { spawnSync } from 'node:child_process'
import { chromiumPath } from '../e2e/chromium.ts'
import { has, run } from './commands.ts'

const runs = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

/**
 * What the tests use of Debian that nobody here wrote. For the stories a browser, unless there is one, and three tools; for the
 * unit tests the SOAP clients of PHP and Perl.
 */
const wanted = {
  stories: [
    { name: 'chromium', isThere: () => chromiumPath() !== undefined },
    { name: 'zbar-tools', isThere: () => has('zbarimg') },
    { name: 'oathtool', isThere: () => has('oathtool') },
    { name: 'openssl', isThere: () => has('openssl') },
  ],
  unit: [
    { name: 'php-cli', isThere: () => has('php') },
    { name: 'php-soap', isThere: () => runs('php', '-r', 'exit(class_exists("SoapClient") ? 0 : 1);') },
    { name: 'libsoap-lite-perl', isThere: () => runs('perl', '-MSOAP::Lite', '-e', '1') },
  ],
} satisfies Record<string, { name: string; isThere: () => boolean }[]>

/** Installs what is missing for these stages where that is possible; otherwise warns, and the tests that need it skip or fail by themselves. */
export async function installMissingPackages(stages: readonly string[]): Promise<void> {
  const missing = Object.entries(wanted)
    .filter(([stage]) => stages.includes(stage))
    .flatMap(([, packages]) => packages.filter(({ isThere }) => !isThere()).map(({ name }) => name))
  if (missing.length === 0) return
  // No package may stop to ask a question.
  process.env['DEBIAN_FRONTEND'] ??= 'noninteractive'
  const may = process.getuid?.() === 0 && has('apt-get')
  const done =
    may && (await run('apt-get', 'update', '-q')) && (await run('apt-get', 'install', '-qy', '--no-install-recommends', ...missing))
  if (!done) console.warn(`warning: please install ${missing.join(', ')}; without, some tests and stories are skipped or fail`)
}
