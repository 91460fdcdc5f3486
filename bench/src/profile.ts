import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

type Frame = { functionName: string; url: string; lineNumber: number }
type CpuProfile = { nodes: { id: number; callFrame: Frame }[]; samples: number[]; timeDeltas: number[] }

const MOST = 30

/** Where the time of a process went: by what the code belongs to, and by function, without what it calls. */
export async function readProfile(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'))
  const [name] = names
  if (name === undefined) throw new Error(`there is no profile in ${folder}`)
  const path = join(folder, name)
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(path, 'utf8')) as CpuProfile

  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const byOwner = new Map<string, number>()
  const byFunction = new Map<string, number>()
  let busy = 0
  for (const [index, id] of samples.entries()) {
    const frame = frames.get(id)
    const taken = timeDeltas[index] ?? 0
    if (!frame || frame.functionName === '(idle)') continue
    busy += taken
    add(byOwner, ownerOf(frame), taken)
    add(byFunction, nameOf(frame), taken)
  }
  const part = (taken: number) => `${((100 * taken) / busy).toFixed(1).padStart(5)} %`
  const list = (times: Map<string, number>) =>
    [...times]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST)
      .map(([name, taken]) => `${part(taken)}  ${name}`)
  const seconds = (busy / 1e6).toFixed(1)
  return [`${path}: ${seconds} s busy`, '', ...list(byOwner), '', ...list(byFunction), ''].join('\n')
}

function add(times: Map<string, number>, name: string, taken: number): void {
  times.set(name, (times.get(name) ?? 0) + taken)
}

/** The package, the workspace and folder, or the machine. */
function ownerOf({ url, functionName }: Frame): string {
  const place = /node_modules\/((?:@[^/]+\/)?[^/]+)|(core|contract|server)\/src\/([^/]+)/.exec(url)
  if (place?.[1] !== undefined) return place[1]
  if (place) return `${place[2]}/${place[3]}`
  return url.startsWith('node:') ? 'node' : functionName
}

function nameOf({ functionName, url, lineNumber }: Frame): string {
  const place = url.replace(/^.*\/(node_modules|server|core|contract)\//, '$1/')
  return `${functionName || '(anonymous)'}  ${place}${place ? `:${lineNumber + 1}` : ''}`
}
