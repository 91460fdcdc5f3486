import { defineConfig } from 'vitest/config'

// Rules and tools are tested in milliseconds, with nothing around them. The server is tested on a real PostgreSQL,
// started once for the whole run; each test file gets a database of its own. The pages are tested as people see them, in a
// real Chromium with a real server behind it, both started once as well; each file has a tenant of its own.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          include: ['core/**/*.test.ts', 'contract/**/*.test.ts', 'tools/**/*.test.ts', 'web/src/**/*.test.ts'],
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
      {
        test: {
          name: 'pages',
          include: ['web/browser/**/*.test.ts'],
          globalSetup: 'web/browser/testing/global-setup.ts',
          testTimeout: 90_000,
          hookTimeout: 90_000,
          // After everything else: what is measured in a browser has the machine to itself.
          sequence: { groupOrder: 1 },
        },
      },
    ],
    maxWorkers: 2,
  },
})
