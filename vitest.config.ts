import { defineConfig } from 'vitest/config'

// Rules and tools are tested in milliseconds, with nothing around them. The server is tested on a real PostgreSQL,
// started once for the whole run; each test file gets a database of its own.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['core/**/*.test.ts', 'contract/**/*.test.ts', 'tools/**/*.test.ts', 'web/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'bench/**/*.test.ts'],
          globalSetup: 'server/src/testing/global-setup.ts',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
    maxWorkers: 2,
  },
})
