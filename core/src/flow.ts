/**
 * A network through which units flow from a source to a sink, each arc for so many and at so much a unit. Sends them
 * along cheapest ways first (successive shortest paths), so that what flows is at any moment the cheapest for its size.
 * Everything is an integer, and exact.
 *
 * Source: Ahuja, Magnanti, Orlin, "Network Flows" (1993), section 9.7, with node potentials as in section 9.8.
 */
export type Network = {
  /** Adds an arc, before anything flows. @param cost a unit's, not negative @returns the arc's name */
  addArc(from: number, to: number, capacity: number, cost: number): number
  /** Sends as many units as there is room and money for, cheapest first. @param most what they may cost together */
  sendCheapest(most: number): { units: number; cost: number }
  flowOn(arc: number): number
  /** From now on this many of an arc's units cannot be taken back. */
  keep(arc: number, units: number): void
  /**
   * Sends one more unit over an arc, and others another way for it: the size of the whole stays.
   *
   * @param most what that may cost
   * @returns what it costs; undefined where it cannot be, and then nothing has changed
   */
  reroute(arc: number, most: number): number | undefined
  /** How many arcs were looked at so far: the same on every machine. */
  work(): number
}

/**
 * @param nodes how many; the first is the source, the last the sink
 * @param mostWork where the number of arcs looked at passes this, it stops where it is
 */
export function createNetwork(nodes: number, mostWork: number): Network {
  // An arc and its reverse are neighbours: 2n and 2n + 1. What is left of an arc may flow; what flows may be taken back.
  const heads: number[] = []
  const left: number[] = []
  const costs: number[] = []
  const kept: number[] = []
  const arcsOf: number[][] = Array.from({ length: nodes }, () => [])
  const potential = new Float64Array(nodes)
  const distance = new Float64Array(nodes)
  const cameBy = new Int32Array(nodes)
  const source = 0
  const sink = nodes - 1
  let work = 0

  const at = (list: { readonly [place: number]: number }, place: number) => list[place] ?? 0
  const roomOf = (arc: number) => at(left, arc) - (arc % 2 === 1 ? at(kept, arc >> 1) : 0)

  /** Finds the cheapest ways from a node, by Dijkstra's algorithm over reduced costs. */
  function findWays(from: number, to: number): boolean {
    distance.fill(Infinity)
    cameBy.fill(-1)
    distance[from] = 0
    const heap = createHeap()
    heap.push(0, from)
    for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
      const { key, node } = next
      if (key > at(distance, node)) continue
      if (node === to) break
      for (const arc of arcsOf[node] ?? []) {
        work += 1
        if (roomOf(arc) <= 0) continue
        const head = at(heads, arc)
        const far = key + at(costs, arc) + at(potential, node) - at(potential, head)
        if (far >= at(distance, head)) continue
        distance[head] = far
        cameBy[head] = arc
        heap.push(far, head)
      }
    }
    const found = at(distance, to)
    if (found === Infinity) return false
    // Keeps every reduced cost at zero or above, for nodes beyond the end as well.
    for (let node = 0; node < nodes; node++) potential[node] = at(potential, node) + Math.min(at(distance, node), found)
    return true
  }

  /** The arcs of the way found, from its end to its beginning. */
  function wayTo(to: number, from: number): number[] {
    const way: number[] = []
    for (let node = to; node !== from;) {
      const arc = at(cameBy, node)
      way.push(arc)
      node = at(heads, arc ^ 1)
    }
    return way
  }

  function push(way: readonly number[], units: number): void {
    for (const arc of way) {
      left[arc] = at(left, arc) - units
      left[arc ^ 1] = at(left, arc ^ 1) + units
    }
  }

  const costOf = (way: readonly number[]) => way.reduce((sum, arc) => sum + at(costs, arc), 0)

  return {
    addArc(from, to, capacity, cost) {
      const arc = heads.length
      heads.push(to, from)
      left.push(capacity, 0)
      costs.push(cost, -cost)
      kept.push(0)
      arcsOf[from]?.push(arc)
      arcsOf[to]?.push(arc + 1)
      return arc
    },
    sendCheapest(most) {
      let units = 0
      let cost = 0
      while (work < mostWork && findWays(source, sink)) {
        const way = wayTo(sink, source)
        const each = costOf(way)
        const affordable = each > 0 ? Math.floor((most - cost) / each) : Infinity
        const some = Math.min(affordable, ...way.map(roomOf))
        if (some <= 0) break
        push(way, some)
        units += some
        cost += some * each
      }
      return { units, cost }
    },
    flowOn: (arc) => at(left, arc + 1),
    keep(arc, units) {
      kept[arc >> 1] = units
    },
    reroute(arc, most) {
      if (work >= mostWork || at(left, arc) <= 0) return undefined
      const from = at(heads, arc ^ 1)
      const to = at(heads, arc)
      if (!findWays(to, from)) return undefined
      const way = [...wayTo(from, to), arc]
      const cost = costOf(way)
      if (cost > most) return undefined
      push(way, 1)
      return cost
    },
    work: () => work,
  }
}

/** A binary heap of nodes, the nearest on top. */
function createHeap() {
  const keys: number[] = []
  const values: number[] = []
  const keyAt = (place: number) => keys[place] ?? Infinity
  const swap = (a: number, b: number) => {
    const key = keyAt(a)
    const value = values[a] ?? 0
    keys[a] = keyAt(b)
    values[a] = values[b] ?? 0
    keys[b] = key
    values[b] = value
  }
  return {
    push(key: number, node: number) {
      keys.push(key)
      values.push(node)
      for (let place = keys.length - 1; place > 0;) {
        const above = (place - 1) >> 1
        if (keyAt(above) <= key) break
        swap(above, place)
        place = above
      }
    },
    pop(): { key: number; node: number } | undefined {
      const [key] = keys
      const [node] = values
      if (key === undefined || node === undefined) return undefined
      swap(0, keys.length - 1)
      keys.pop()
      values.pop()
      for (let place = 0; ;) {
        const child = 2 * place + (keyAt(2 * place + 2) < keyAt(2 * place + 1) ? 2 : 1)
        if (child >= keys.length || keyAt(place) <= keyAt(child)) break
        swap(place, child)
        place = child
      }
      return { key, node }
    },
  }
}
