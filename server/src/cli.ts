#!/usr/bin/env node
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// What was compiled once is not compiled again: a server that was killed is back in half the time. Beside what was
// installed, and not where anybody may write; where that cannot be written, nothing is kept.
enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/allot', import.meta.url)))
await import('./commands.ts')
