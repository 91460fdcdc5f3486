import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Props = {
  to: string
  search?: Record<string, string | undefined>
  className?: string
  title?: string
  children: ReactNode
}

/** A figure that opens the rows behind it; it looks like the figure, and like a link when it is pointed at. */
export function RowsLink({ to, search = {}, className = 'rl', title, children }: Props) {
  return (
    <Link to={to} search={search as never} className={className} title={title}>
      {children}
    </Link>
  )
}
