import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

type Frame = { functionName: string; url: string; lineNumber: number }
type Node = { id: number; callFrame: Frame; children?: number[] }
type CpuProfile = { nodes: Node[]; samples: number[]; timeDeltas: number[]; startTime: number }

const MOST = 30

/**
 * Where the time of a process went: by whose code it was, what Node did for it included, and by function, without
 * what it calls.
 *
 * @param since what came before is left out: microseconds of the system's steady clock
 */
export async function readProfile(folder: string, since: number): Promise<string> {
  const name = (await readdir(folder)).find((name) => name.endsWith('.cpuprofile'))
  if (name === undefined) throw new Error(`there is no profile in ${folder}`)
  const path = join(folder, name)
  const { nodes, samples, timeDeltas, startTime } = JSON.parse(await readFile(path, 'utf8')) as CpuProfile

  const known = new Map(nodes.map((node) => [node.id, node]))
  const owners = ownersOf(nodes)
  const byOwner = new Map<string, number>()
  const byFunction = new Map<string, number>()
  let busy = 0
  let now = startTime
  for (const [index, id] of samples.entries()) {
    const frame = known.get(id)?.callFrame
    const taken = timeDeltas[index] ?? 0
    now += taken
    if (!frame || frame.functionName === '(idle)' || now < since) continue
    busy += taken
    add(byOwner, owners.get(id) ?? '', taken)
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

/** Whose code each node of the call tree is: what Node or the engine does belongs to whoever called it. */
function ownersOf(nodes: readonly Node[]): Map<number, string> {
  const owners = new Map<number, string>()
  // A profile names parents before their children.
  for (const { id, callFrame, children = [] } of nodes) {
    const owner = ownerOf(callFrame) ?? owners.get(id) ?? 'node itself'
    owners.set(id, owner)
    for (const child of children) owners.set(child, owner)
  }
  return owners
}

/** The package, or the file of ours; undefined for Node and the engine. */
function ownerOf({ url, functionName }: Frame): string | undefined {
  const place = /node_modules\/((?:@[^/]+\/)?[^/]+)|((?:core|contract|server)\/src\/.+)/.exec(url)
  if (place) return place[1] ?? place[2]
  return functionName === '(garbage collector)' ? functionName : undefined
}

function nameOf({ functionName, url, lineNumber }: Frame): string {
  const place = url.replace(/^.*\/(node_modules|server|core|contract)\//, '$1/')
  return `${functionName || '(anonymous)'}  ${place}${place ? `:${lineNumber + 1}` : ''}`
}
