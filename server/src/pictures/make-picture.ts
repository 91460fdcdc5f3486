import { randomUUID } from 'node:crypto'
import type SharpFunction from 'sharp'
import { Problem } from '../platform/problem.ts'
import { sha256 } from '../platform/secrets.ts'

export const MOST_BYTES = 5_000_000
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** A picture made anew from what was sent: WebP, upright, without anything that was written beside it. */
export type MadePicture = { id: string; hash: string; width: number; height: number; full: Buffer; thumb: Buffer }

const LONGEST_EDGE = 1600
const LONGEST_EDGE_SMALL = 320
/** A small file may unfold to any size: more than this is not unfolded. A camera of 48 megapixels is within it. */
const MOST_PIXELS = 50_000_000
const MOST_SECONDS = 10

/** By their first bytes, whatever a request says they are. */
const beginnings: Record<PictureType, (bytes: Buffer) => boolean> = {
  'image/jpeg': (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/png': (bytes) => bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')),
  'image/webp': (bytes) => bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP',
}

/**
 * Checks a picture by decoding all of it, and makes it anew: what was hidden in it, or behind it, is not in the result.
 *
 * @throws Problem INVALID where it is no picture of its type, is cut off, or has too many pixels
 */
export async function makePicture(bytes: Buffer, type: PictureType): Promise<MadePicture> {
  if (bytes.length === 0) throw noPicture('The body is empty: send the bytes of the picture.')
  if (!beginnings[type](bytes)) throw noPicture(`This is no ${sayType(type)}, whatever it is called.`)
  const sharp = await loadSharp()
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
  try {
    const { width, height } = await open().metadata()
    if (width * height > MOST_PIXELS) throw noPicture(sayTooLarge(width, height))
    const full = await within(open(), LONGEST_EDGE).toBuffer({ resolveWithObject: true })
    const thumb = await within(sharp(full.data), LONGEST_EDGE_SMALL).toBuffer()
    const hash = sha256(full.data).toString('hex')
    // Time and place of its making are nobody's business either.
    return { id: randomUUID(), hash, width: full.info.width, height: full.info.height, full: full.data, thumb }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw noPicture(`This ${sayType(type)} cannot be read to its end: it is damaged, or cut off.`)
  }
}

type Sharp = typeof SharpFunction
let loaded: Promise<Sharp> | undefined

/** Loaded when the first picture comes: a server that shows none is spared its memory. */
function loadSharp(): Promise<Sharp> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    sharp.cache(false)
    sharp.concurrency(1)
    // It reads a great many formats; here it is to know three, whatever anything claims to be.
    sharp.block({ operation: ['VipsForeignLoad'] })
    const known = ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer']
    sharp.unblock({ operation: known })
    return sharp
  })
  return loaded
}

function within(picture: ReturnType<Sharp>, edge: number): ReturnType<Sharp> {
  const inside = { width: edge, height: edge, fit: 'inside', withoutEnlargement: true } as const
  return picture.timeout({ seconds: MOST_SECONDS }).autoOrient().resize(inside).webp({ quality: 82 })
}

function noPicture(message: string): Problem {
  return new Problem('INVALID', `body: ${message}`, { errors: [{ path: 'body', message }] })
}

function sayType(type: PictureType): string {
  return { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP' }[type]
}

function sayTooLarge(width: number, height: number): string {
  return `It is ${width} × ${height} pixels; at most ${MOST_PIXELS / 1_000_000} million pixels are read. Send a smaller one.`
}
