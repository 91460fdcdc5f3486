/** The mark: a piece of the bar, up to the limit. */
export function Logo({ size = 22 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden focusable="false">
      <rect x="1" y="4" width="16" height="14" rx="2" fill="var(--ab-avail)" />
      <path d="M3 4h6v14H3a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z" fill="var(--ab-committed)" />
      <path d="M9 8l4-4h1l-5 5zM9 12l5-5v2l-5 5zM9 16l5-5v2l-5 5zM12 18l2-2v2z" fill="var(--ab-committed)" />
      <rect x="17" y="1" width="2.4" height="20" fill="var(--ab-limit)" />
    </svg>
  )
}
