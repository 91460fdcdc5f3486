import { Fragment } from 'react'

const opens = '\u0002'
const closes = '\u0003'

/** Marks a value to be said in bold. The marks are control characters, which nobody types: user text stays text. */
export function strong(text: string): string {
  return opens + text + closes
}

/** A sentence with the marked parts in bold. */
export function Sentence({ children }: { children: string }) {
  const parts = children.split(opens).map((part) => part.split(closes))
  return parts.map(([first = '', rest], index) => (
    // Parts have no identity but their order.
    <Fragment key={index}>
      {rest === undefined ? first : <b>{first}</b>}
      {rest}
    </Fragment>
  ))
}
