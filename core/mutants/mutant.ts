/** A rule with one thing wrong. */
export type Mutant = {
  /** What is wrong with it. */
  name: string
  /** A file of core/src. */
  file: string
  /** A text that stands in it once, and what stands there instead. */
  find: string
  replace: string
  /** The test file that notices. */
  redIn: string
}

/** Several faults of one file, each by its name. */
export function inFile(file: string, redIn: string, faults: Record<string, [find: string, replace: string]>): Mutant[] {
  return Object.entries(faults).map(([name, [find, replace]]) => ({ name, file, find, replace, redIn }))
}
