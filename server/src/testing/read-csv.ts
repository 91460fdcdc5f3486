/** Reads comma-separated values by the letter of RFC 4180, and by no library that also wrote them. */
export function readCsv(text: string): Record<string, string>[] {
  const [names = [], ...lines] = readLines(text.replace(/^\u{feff}/u, ''))
  return lines.map((cells) => {
    if (cells.length !== names.length) throw new Error(`a line has ${cells.length} cells of ${names.length}`)
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']))
  })
}

function readLines(text: string): string[][] {
  const lines: string[][] = []
  let cells: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const [, quoted, plain = '', end] = cell.exec(text) ?? []
    if (end === undefined) throw new Error(`no cell at ${at}: ${text.slice(at, at + 40)}`)
    cells.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === ',') continue
    lines.push(cells)
    cells = []
  }
  return lines
}
