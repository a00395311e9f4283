import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'bff',
    include: ['src/**/*.test.ts', 'tasks/**/*.test.ts', '../../packages/shared/src/**/*.test.ts'],
    testTimeout: 20_000,
    // Some start a server of their own, on a machine that may be busy.
    hookTimeout: 60_000,
    // Some files mostly wait for servers of their own: more of them at once than there are cores.
    maxWorkers: 4,
    isolate: false,
  },
})
