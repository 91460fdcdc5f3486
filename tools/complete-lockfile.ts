import { readFileSync, writeFileSync } from 'node:fs'

type Entry = { optionalDependencies?: Record<string, string>; engines?: Record<string, string> } & Record<
  string,
  unknown
>
type Lockfile = { packages: Record<string, Entry> }

/**
 * Adds to a lockfile the optional packages for other platforms that npm left out of it, because the registry that was
 * asked did not have them: `npm ci` refuses a lockfile in which one is missing, on any platform. They are fetched
 * nowhere but on their own platform.
 *
 * @returns the names that were missing
 */
export function completeLockfile(lockfile: Lockfile): string[] {
  const missing: string[] = []
  for (const parent of Object.values(lockfile.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`
      const platform =
        /^@[^/]+\/(?:binding-)?(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-(\w+))?$/.exec(name)
      if (lockfile.packages[path] || !platform) continue
      const [, os, cpu, abi = ''] = platform
      const libc =
        os !== 'linux' ? undefined : abi.startsWith('musl') ? ['musl'] : abi.startsWith('gnu') ? ['glibc'] : undefined
      lockfile.packages[path] = {
        version,
        cpu: [cpu],
        dev: true,
        ...(libc ? { libc } : {}),
        license: 'MIT',
        optional: true,
        os: [os],
        ...(parent.engines ? { engines: parent.engines } : {}),
      }
      missing.push(name)
    }
  }
  const { '': top, ...rest } = lockfile.packages
  const sorted = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))
  lockfile.packages = { ...(top ? { '': top } : {}), ...Object.fromEntries(sorted) }
  return missing
}

if (import.meta.main) {
  const path = new URL('../package-lock.json', import.meta.url)
  const lockfile = JSON.parse(readFileSync(path, 'utf8')) as Lockfile
  const missing = completeLockfile(lockfile)
  if (missing.length > 0) writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`)
  process.stdout.write(`${missing.length} added to the lockfile\n`)
}
