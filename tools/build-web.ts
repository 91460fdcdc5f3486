import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('../', import.meta.url))
const web = join(root, 'web')
const stamp = join(web, 'dist/built-from')

/** Builds the web app where it is not built from what is here now; a start that finds it built costs milliseconds. */
function buildWeb(): void {
  const from = hashSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === from) return
  process.stderr.write('Building the web app …\n')
  runVite('vite.config.ts')
  runVite('vite.worker.config.ts')
  compress(join(web, 'dist'))
  writeFileSync(stamp, from)
}

function runVite(config: string): void {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const words = [vite, 'build', '--config', config, '--logLevel', 'warn']
  // Whatever runs this may have a NODE_ENV of its own, with which React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  const built = spawnSync(process.execPath, words, { cwd: web, stdio: 'inherit', env })
  if (built.status !== 0) throw new Error('the web app could not be built')
}

/** Keeps each text beside itself in small, once: the server then hands it out as it lies there. */
function compress(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (!entry.isFile() || !/\.(js|css|html|svg|wasm)$/.test(entry.name)) continue
    const content = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(content))
  }
}

/** Everything that decides what is built: our sources, and the versions of what they stand on. */
function hashSources(): string {
  const hash = createHash('sha256')
  const places = [
    'tools/build-web.ts',
    'package-lock.json',
    'web/index.html',
    'web/desk.html',
    'web/vite.config.ts',
    'web/vite.worker.config.ts',
    'web/public',
    'web/src',
    'core/src',
    'contract/src',
  ]
  for (const place of places)
    for (const path of listFiles(place)) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

function listFiles(place: string): string[] {
  const path = join(root, place)
  if (!existsSync(path)) return []
  if (/\.\w+$/.test(place)) return [place]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort()
}

buildWeb()
