import { createContext, use } from 'react'

/** What the frame opens over the page, for whoever on the page has a button for it. */
export type Openers = { find: () => void; showKeys: () => void }

const nowhere = () => undefined
export const OpenersContext = createContext<Openers>({ find: nowhere, showKeys: nowhere })

export function useOpeners(): Openers {
  return use(OpenersContext)
}
