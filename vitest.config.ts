import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { projects: ['apps/bff', 'apps/web', 'e2e'] } })
