import { defineConfig, mergeConfig } from 'vitest/config'
import vite from './vite.config.ts'

export default defineConfig((env) =>
  mergeConfig(vite(env), {
    test: {
      name: 'web',
      environment: 'happy-dom',
      include: ['src/**/*.test.{ts,tsx}'],
      setupFiles: ['./src/test-setup.ts'],
      // the alias to the format-only build must also hold inside use-intl
      server: { deps: { inline: ['use-intl'] } },
      css: { modules: { classNameStrategy: 'non-scoped' as const } },
    },
  }),
)
