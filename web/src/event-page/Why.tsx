import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

/** A sentence that says why not, where it is read out as it comes. */
export function Why({ children }: { children: ReactNode }) {
  return (
    <span className="whyn" role="status">
      <IconInfoCircle className="ic" aria-hidden />
      <span>{children}</span>
    </span>
  )
}
