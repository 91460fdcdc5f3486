import { useId, useMemo } from 'react'

type Props = { seed: string; width: number; height: number; grain?: number | undefined }
type Plot = { x: number; y: number; width: number; height: number; fill: string }

/**
 * A cover drawn from an id, in the fills of the bar: fields from above. The same id always gives the same picture.
 *
 * @param grain about how wide the smallest field is, in the picture's own units; a fifth of the picture unless said
 */
export function FieldArt({ seed, width, height, grain }: Props) {
  const name = useId().replaceAll(/[^a-zA-Z0-9]/g, '')
  const plots = useMemo(() => drawPlots({ seed, width, height, grain }), [seed, width, height, grain])
  const fillOf = (fill: string) =>
    fill === 'stripes' ? `url(#${name}s)` : fill === 'rows' ? `url(#${name}r)` : `var(--${fill})`
  return (
    <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="xMidYMid slice" aria-hidden focusable="false">
      <defs>
        <pattern id={`${name}s`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="9" height="9" fill="var(--ab-avail)" />
          <rect width="3.2" height="9" fill="var(--ab-committed)" />
        </pattern>
        <pattern id={`${name}r`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(90)">
          <rect width="7" height="7" fill="var(--ab-held-bg)" />
          <rect width="1.6" height="7" fill="var(--ab-committed)" />
        </pattern>
      </defs>
      <rect width={width} height={height} fill="var(--bg)" />
      {plots.map(({ fill, ...plot }) => (
        <rect key={`${plot.x} ${plot.y}`} {...plot} fill={fillOf(fill)} />
      ))}
    </svg>
  )
}

const fills = [
  'ab-committed',
  'ab-committed',
  'ab-committed',
  'ab-avail',
  'ab-avail',
  'rows',
  'stripes',
  'straw',
  'field-dark',
]

/** Cuts the ground in two, again and again, until the pieces are small enough. */
function drawPlots({ seed, width, height, grain }: Props): Plot[] {
  const random = randomOf(seed)
  const small = grain ?? Math.max(56, Math.min(width, height) / 5)
  const plots: Plot[] = []
  const cut = (x: number, y: number, w: number, h: number) => {
    const isWide = w >= h
    const side = isWide ? w : h
    if (side < small * 1.7 || (side < small * 2.6 && random() < 0.3)) {
      const fill = fills[Math.floor(random() * fills.length)] ?? 'ab-avail'
      plots.push({ x: x + 1.5, y: y + 1.5, width: Math.max(1, w - 3), height: Math.max(1, h - 3), fill })
      return
    }
    const at = Math.round(side * (0.36 + random() * 0.28))
    if (isWide) {
      cut(x, y, at, h)
      cut(x + at, y, w - at, h)
    } else {
      cut(x, y, w, at)
      cut(x, y + at, w, h - at)
    }
  }
  cut(0, 0, width, height)
  return plots
}

/** Small and seeded (mulberry32): the picture is decoration, but it has to stay the same. */
function randomOf(seed: string): () => number {
  let state = 0
  for (const letter of seed) state = (Math.imul(state, 31) + (letter.codePointAt(0) ?? 0)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
