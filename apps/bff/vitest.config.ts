import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'bff', include: ['src/**/*.test.ts', '../../packages/shared/src/**/*.test.ts'], testTimeout: 20_000 },
})
