import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './commands.ts'

export type Count = { passed: number; failed: number; skipped: number }

/** A check that is right or wrong as a whole. */
export const countOne = (well: boolean): Count => ({ passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 })

const unitReport = join(root, 'test-results/unit.json')
const storiesReport = join(root, 'test-results/stories.json')

/** Takes the reports of an earlier run away, lest they are counted again. */
export const forget = (report: 'unit' | 'stories') => rmSync(report === 'unit' ? unitReport : storiesReport, { force: true })

type UnitReport = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** The tests of Vitest; a file that could not even be loaded is one failure. */
export function countUnit(well: boolean): Count {
  return counted(well, unitReport, (report: UnitReport) => {
    const broken = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    )
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken.length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  })
}

type Suite = { suites?: Suite[]; specs?: { title: string; file: string; tests: { status: string }[] }[] }
type StoriesReport = Suite & { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

/** The stories of Playwright. One that passed only at its second try passed, and is named: it wants looking into. */
export function countStories(well: boolean): Count {
  return counted(well, storiesReport, ({ stats, ...all }: StoriesReport) => {
    for (const story of unsteady(all)) console.log(`only at the second try: ${story}`)
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  })
}

const unsteady = ({ suites = [], specs = [] }: Suite): string[] => [
  ...specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ file, title }) => `${file} › ${title}`),
  ...suites.flatMap(unsteady),
]

/** A run that failed without a failed test to show for it still counts as one. */
function counted<Report>(well: boolean, file: string, count: (report: Report) => Count): Count {
  const found = read<Report>(file)
  const result = found ? count(found) : { passed: 0, failed: 0, skipped: 0 }
  return { ...result, failed: Math.max(result.failed, well && found ? 0 : 1) }
}

function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return undefined
  }
}
