/**
 * A network through which units flow from a source to a sink, each arc for so many and at so much a unit. Units are sent
 * along cheapest ways first (successive shortest paths), so that what flows is at any moment the cheapest for its size.
 * Everything is an integer, and exact while no way costs more than a number can count.
 *
 * Arcs between the same two nodes are a lane. Of a lane, one more unit takes the cheapest arc with room, and one less
 * the dearest that flows: so a search looks at lanes, however many prices there are on them.
 *
 * Source: Ahuja, Magnanti, Orlin, "Network Flows" (1993), section 9.7, with node potentials as in section 9.8.
 */
export type Network = {
  /**
   * Adds all arcs from one node to another, before anything flows.
   *
   * @param arcs the cheapest first; a unit's cost is not negative
   */
  addLane(from: number, to: number, arcs: readonly { capacity: number; cost: number }[]): Arc[]
  /** Sends units, cheapest first, as long as there is room, money (`mostCost`), and anybody to send (`mostUnits`). */
  sendCheapest(mostCost: number, mostUnits: number): Sent
  /**
   * From now on one more of an arc's units cannot be taken back. Where none flows that could be, one is sent, and others
   * go another way for it: the size of the whole stays, and it is still the cheapest with all that is kept.
   *
   * @param most what that may cost
   * @returns what it costs; undefined where it cannot be, and then nothing has changed
   */
  keep(arc: Arc, most: number): number | undefined
  /** Whether anything was left undone because it would have been too much work. */
  isCutShort(): boolean
  /** How many lanes were looked at so far: the same on every machine. */
  work(): number
}

/** What was sent; `last` is what the last unit cost, and no further one costs less. */
export type Sent = { units: number; cost: number; last: number }

export type Arc = {
  readonly lane: Lane
  readonly cost: number
  room: number
  /** Units that flow and may be taken back. */
  loose: number
  cheaper: Arc | undefined
  dearer: Arc | undefined
}

/** The arcs of a lane that still matter, by their costs: before `open` all are full, and after it none is loose. */
type Lane = {
  readonly from: number
  readonly to: number
  /** The name of its way forward, for one more unit; the way back, for one less, is the next. */
  readonly way: number
  /** The cheapest with room. */
  open: Arc | undefined
  dearest: Arc | undefined
  /** No arc that costs more can ever have another unit kept. */
  mostCost: number
}

/**
 * @param nodes how many; the first is the source, the last the sink
 * @param mostWork where the number of lanes looked at passes this, no further way is looked for
 */
export function createNetwork(nodes: number, mostWork: number): Network {
  const lanes: Lane[] = []
  // Of each way, there and back: where it ends, and what it costs.
  const ends: number[] = []
  const costs: number[] = []
  const waysOf: number[][] = Array.from({ length: nodes }, () => [])
  const potential = new Float64Array(nodes)
  const distance = new Float64Array(nodes)
  const isSettled = new Uint8Array(nodes)
  const cameBy = new Int32Array(nodes)
  const farther = createHeap()
  const nearest: number[] = []
  const source = 0
  const sink = nodes - 1
  let work = 0
  let isCutShort = false

  const at = (list: { readonly [place: number]: number }, place: number) => list[place] ?? 0

  /**
   * Finds the cheapest way between two nodes, by Dijkstra's algorithm over reduced costs.
   *
   * @returns what it costs; undefined where there is none for so much
   */
  function findWay(from: number, to: number, most: number): number | undefined {
    if (work >= mostWork) {
      isCutShort = true
      return undefined
    }
    const apart = at(potential, to) - at(potential, from)
    distance.fill(Infinity)
    isSettled.fill(0)
    farther.clear()
    nearest.length = 0
    distance[from] = 0
    // What is as near as the one just looked at needs no place in the heap, and goes first: an end may be just behind.
    for (let node: number | undefined = from; node !== undefined; node = nearest.pop() ?? farther.pop()) {
      if (node === to) return at(distance, to) + apart
      if (at(isSettled, node) === 1) continue
      isSettled[node] = 1
      const near = at(distance, node)
      const here = near + at(potential, node)
      const ways = waysOf[node] ?? []
      work += ways.length
      for (const way of ways) {
        const end = ends[way] ?? 0
        const far = here + (costs[way] ?? 0) - (potential[end] ?? 0)
        if (far >= (distance[end] ?? 0) || far + apart > most) continue
        distance[end] = far
        cameBy[end] = way
        if (far > near) farther.push(far, end)
        else if (end === to) return far + apart
        else nearest.push(end)
      }
    }
    return undefined
  }

  /** Sends units along the way just found: as many as there is room for, but not more than `most`. */
  function pushAlong(from: number, to: number, most: number): number {
    // Keeps every reduced cost at zero or above; whatever is as far as the end, or farther, stays as it is.
    const found = at(distance, to)
    for (let node = 0; node < nodes; node++) {
      const far = at(distance, node)
      if (far < found) potential[node] = at(potential, node) + far - found
    }
    const steps: { arc: Arc; isBack: boolean }[] = []
    for (let node = to; node !== from;) {
      const way = at(cameBy, node)
      const isBack = way % 2 === 1
      const lane = lanes[way >> 1]
      const arc = lane && (isBack ? dearestLoose(lane) : lane.open)
      if (!arc || steps.length === nodes) throw new Error('a way leads nowhere')
      steps.push({ arc, isBack })
      node = at(ends, way ^ 1)
    }
    const units = steps.reduce((least, { arc, isBack }) => Math.min(least, isBack ? arc.loose : arc.room), most)
    for (const { arc, isBack } of steps) {
      const more = isBack ? -units : units
      arc.room -= more
      arc.loose += more
      if (isBack) arc.lane.open = arc
      settle(arc.lane)
    }
    return units
  }

  /** Brings the costs of a lane up to date, after its arcs have changed. */
  function settle(lane: Lane): void {
    while (lane.open?.room === 0) lane.open = lane.open.dearer
    costs[lane.way] = lane.open?.cost ?? Infinity
    costs[lane.way + 1] = 0 - (dearestLoose(lane)?.cost ?? -Infinity)
  }

  return {
    addLane(from, to, said) {
      const way = ends.length
      const lane: Lane = { from, to, way, open: undefined, dearest: undefined, mostCost: Infinity }
      const arcs = said.map(({ capacity, cost }): Arc => {
        const arc = { lane, cost, room: capacity, loose: 0, cheaper: lane.dearest, dearer: undefined }
        if (capacity <= 0) return arc
        if (lane.dearest) lane.dearest.dearer = arc
        lane.open ??= arc
        lane.dearest = arc
        return arc
      })
      lanes.push(lane)
      ends.push(to, from)
      waysOf[from]?.push(way)
      waysOf[to]?.push(way + 1)
      settle(lane)
      return arcs
    },
    sendCheapest(mostCost, mostUnits) {
      let [units, cost, last] = [0, 0, 0]
      while (units < mostUnits) {
        const each = findWay(source, sink, mostCost - cost)
        if (each === undefined) break
        const affordable = each > 0 ? Math.floor((mostCost - cost) / each) : Infinity
        const some = pushAlong(source, sink, Math.min(affordable, mostUnits - units))
        units += some
        cost += some * each
        last = each
      }
      return { units, cost, last }
    },
    keep(arc, most) {
      const { lane } = arc
      if (arc.loose > 0) {
        arc.loose -= 1
        leaveOutIfDone(arc)
        settle(lane)
        return 0
      }
      if (arc.room <= 0 || !lane.open || arc.cost > lane.mostCost) return undefined
      // The more is kept the more the rest costs: so what turns out too dear now is too dear for good.
      const others = findWay(lane.to, lane.from, most - lane.open.cost)
      if (others === undefined || others + arc.cost > most) {
        lane.mostCost = others === undefined ? lane.open.cost - 1 : most - others
        return undefined
      }
      pushAlong(lane.to, lane.from, 1)
      arc.room -= 1
      leaveOutIfDone(arc)
      settle(lane)
      return others + arc.cost
    },
    isCutShort: () => isCutShort,
    work: () => work,
  }
}

/** The dearest arc of a lane of which a unit can be taken back. */
function dearestLoose({ open, dearest }: Lane): Arc | undefined {
  if (!open) return dearest
  return open.loose > 0 ? open : open.cheaper
}

/** An arc that is full, and of which nothing can be taken back, matters to no search any more. */
function leaveOutIfDone(arc: Arc): void {
  const { lane, cheaper, dearer } = arc
  if (arc.room > 0 || arc.loose > 0) return
  if (lane.open === arc) lane.open = dearer
  if (lane.dearest === arc) lane.dearest = cheaper
  if (cheaper) cheaper.dearer = dearer
  if (dearer) dearer.cheaper = cheaper
}

/** A binary heap of nodes, the nearest on top. */
function createHeap() {
  let size = 0
  const keys: number[] = []
  const values: number[] = []
  const keyAt = (place: number) => keys[place] ?? Infinity
  const put = (place: number, key: number, node: number) => {
    keys[place] = key
    values[place] = node
  }
  return {
    clear() {
      size = 0
    },
    push(key: number, node: number) {
      let place = size++
      while (place > 0) {
        const above = (place - 1) >> 1
        if (keyAt(above) <= key) break
        put(place, keyAt(above), values[above] ?? 0)
        place = above
      }
      put(place, key, node)
    },
    pop(): number | undefined {
      if (size === 0) return undefined
      const top = values[0]
      size -= 1
      const [key, node] = [keyAt(size), values[size] ?? 0]
      let place = 0
      for (;;) {
        let child = 2 * place + 1
        if (child >= size) break
        if (child + 1 < size && keyAt(child + 1) < keyAt(child)) child += 1
        if (keyAt(child) >= key) break
        put(place, keyAt(child), values[child] ?? 0)
        place = child
      }
      put(place, key, node)
      return top
    },
  }
}
