import { useMemo } from 'react'
import { encode } from 'uqr'
import { useMineWords } from './words.ts'

/** The quiet margin the standard asks for, in modules; without it, scanners miss the code on a dark page. */
const QUIET = 4

/** The code to be scanned, drawn here: it needs no network, and goes to nobody. Dark on white in either scheme. */
export function QrCode({ token }: { token: string }) {
  const say = useMineWords()
  const { size, path } = useMemo(() => {
    // Q stands a quarter of it being scratched or in glare, and still gives large modules.
    const code = encode(token, { ecc: 'Q', border: 0 })
    const dark = code.data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { size: code.size, path: dark.join('') }
  }, [token])
  const side = size + 2 * QUIET
  return (
    <svg
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={say('qrLabel', { code: inFours(token) })}
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={path} fill="#0b1413" />
    </svg>
  )
}

/** "K7QM 2D9F XR4T": as one reads it out. */
export function inFours(token: string): string {
  return token.match(/.{1,4}/g)?.join(' ') ?? token
}
