/** Whether every word of what is looked for stands in a name, whatever its case and its accents. */
export function isMatch(name: string, query: string): boolean {
  const plain = plainOf(name)
  return plainOf(query)
    .split(/\s+/)
    .every((word) => plain.includes(word))
}

function plainOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .trim()
}
