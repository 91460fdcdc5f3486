import { useInsertionEffect } from 'react'

/** Each sheet that is worn, and by how many. */
const worn = new Map<string, { sheet: CSSStyleSheet; by: number }>()

/**
 * Dresses a page in its style sheets while it is there, in this order and after all that is always loaded. Loaded once
 * and for all, the sheets of one page would reach into the next, by what happened to be visited before.
 *
 * @param sheets texts of style sheets: `import sheet from './page.css?inline'`; the same ones in every call
 */
export function useSheets(...sheets: readonly string[]): void {
  useInsertionEffect(() => {
    sheets.forEach(putOn)
    return () => sheets.forEach(takeOff)
    // Imported texts, which never change.
  }, [])
}

function putOn(text: string): void {
  const known = worn.get(text)
  if (known) {
    known.by += 1
    return
  }
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  worn.set(text, { sheet, by: 1 })
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

function takeOff(text: string): void {
  const known = worn.get(text)
  if (!known) return
  known.by -= 1
  if (known.by > 0) return
  worn.delete(text)
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== known.sheet)
}
