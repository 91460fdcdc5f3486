import { Readable, pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file inside an archive; its text is made while it is read. */
export type Part = { path: string; text: AsyncIterable<string> | string }

type Written = { path: Buffer; crc: number; packed: number; size: number; offset: number }

/** Sizes follow the bytes they are of, and names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8
const VERSION = 20
/** The first of January 1980: the same rows make the same file. */
const DATE = 0x0021
const MOST_BYTES = 0xffff_ffff

/**
 * An archive (ZIP) as it is made: of each part no more than a piece is in memory. Sizes stand behind their parts, which
 * every reader of spreadsheets knows.
 *
 * @throws Error where a part is larger than 4 GiB, which this form has no room for
 */
export async function* zip(parts: AsyncIterable<Part> | Iterable<Part>): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let offset = 0
  for await (const { path, text } of parts) {
    const part: Written = { path: Buffer.from(path), crc: 0, packed: 0, size: 0, offset }
    const header = localHeader(part.path)
    yield header
    const deflate = createDeflateRaw({ level: 6 })
    pipeline(Readable.from(measure(text, part)), deflate, () => {})
    for await (const piece of deflate as AsyncIterable<Buffer>) {
      part.packed += piece.length
      yield piece
    }
    if (part.size > MOST_BYTES || offset > MOST_BYTES) throw new Error('too large for an archive')
    const trailer = sizes(part)
    yield trailer
    offset += header.length + part.packed + trailer.length
    written.push(part)
  }
  const directory = Buffer.concat(written.map(entry))
  yield Buffer.concat([directory, end(written.length, directory.length, offset)])
}

async function* measure(text: Part['text'], part: Written): AsyncGenerator<Buffer> {
  for await (const piece of typeof text === 'string' ? [text] : text) {
    const bytes = Buffer.from(piece)
    part.crc = crc32(bytes, part.crc)
    part.size += bytes.length
    yield bytes
  }
}

function localHeader(path: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(FLAGS, 6)
  header.writeUInt16LE(DEFLATED, 8)
  header.writeUInt16LE(DATE, 12)
  header.writeUInt16LE(path.length, 26)
  return Buffer.concat([header, path])
}

function sizes({ crc, packed, size }: Written): Buffer {
  const trailer = Buffer.alloc(16)
  trailer.writeUInt32LE(0x08074b50, 0)
  trailer.writeUInt32LE(crc, 4)
  trailer.writeUInt32LE(packed, 8)
  trailer.writeUInt32LE(size, 12)
  return trailer
}

function entry({ path, crc, packed, size, offset }: Written): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(VERSION, 4)
  header.writeUInt16LE(VERSION, 6)
  header.writeUInt16LE(FLAGS, 8)
  header.writeUInt16LE(DEFLATED, 10)
  header.writeUInt16LE(DATE, 14)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(path.length, 28)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, path])
}

function end(count: number, length: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(0x06054b50, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(length, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
