import { globSync, rmSync } from 'node:fs'
import { root, run } from './commands.ts'
import { installMissingPackages } from './debian-packages.ts'
import { type Count, countOne, countStories, countUnit, forget } from './reports.ts'

const dashes = process.argv.indexOf('--')
const end = dashes === -1 ? process.argv.length : dashes
const asked = process.argv.slice(2, end)
/** What follows `--` is for Playwright, such as the name of a story. */
const forPlaywright = process.argv.slice(end + 1)

const stages = {
  lint: async () => countOne(await run('biome', 'check', '.')),
  types: async () => countOne(await run('tsc', '-b')),
  unit: async () => {
    forget('unit')
    return countUnit(await run('vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'))
  },
  build: async () => countOne(await run('node', 'apps/bff/tasks/build.ts')),
  size: async () => countOne(await run('node', 'apps/web/tools/size.ts')),
  stories: async () => {
    forget('stories')
    for (const folder of globSync('test-results/data-*', { cwd: root })) rmSync(`${root}/${folder}`, { recursive: true })
    return countStories(await run('playwright', 'test', '--config', 'e2e/playwright.config.ts', ...forPlaywright))
  },
} satisfies Record<string, () => Promise<Count>>
type Stage = keyof typeof stages

const all = Object.keys(stages) as Stage[]
const unknown = asked.filter((name) => !Object.hasOwn(stages, name))
if (unknown.length > 0) {
  console.error(`there is no stage ${unknown.join(', ')}; there are ${all.join(', ')}`)
  process.exit(1)
}
const chosen = asked.length > 0 ? all.filter((stage) => asked.includes(stage)) : all

const counts = new Map<Stage, Count>()
await installMissingPackages(chosen)
for (const stage of chosen) {
  console.log(`\n── ${stage}`)
  const unbuilt = stage === 'stories' && counts.get('build')?.failed
  if (unbuilt) console.log('not run: the build failed')
  counts.set(stage, unbuilt ? { passed: 0, failed: 1, skipped: 0 } : await stages[stage]())
}

console.log('')
const total: Count = { passed: 0, failed: 0, skipped: 0 }
for (const [stage, { passed, failed, skipped }] of counts) {
  console.log(`${failed > 0 ? '✗' : '✓'} ${stage.padEnd(8)} ${passed} passed, ${failed} failed, ${skipped} skipped`)
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}
if (total.skipped > 0) console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
