import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../platform/problem.ts'

/** Where the bytes of pictures are when they are not in the database. */
export type OutsideStore = {
  kind: 'folder' | 's3'
  save(name: string, bytes: Buffer): Promise<void>
  /** Undefined where there is nothing by this name. */
  read(name: string): Promise<Buffer | undefined>
  /** Does nothing where there is nothing by this name. */
  remove(name: string): Promise<void>
}

export type S3Settings = {
  endpoint: string
  region: string
  bucket: string
  /** What the names begin with; empty, or ending in a slash. */
  prefix: string
  accessKey: string
  secretKey: string
}

const ANSWER_MS = 10_000

/** Names are ours alone, of ids and fixed words: nothing in them leads out of the folder. */
export function folderStore(folder: string): OutsideStore {
  return {
    kind: 'folder',
    async save(name, bytes) {
      const path = join(folder, name)
      await mkdir(join(path, '..'), { recursive: true })
      await writeFile(path, bytes, { mode: 0o640 })
    },
    async read(name) {
      try {
        return await readFile(join(folder, name))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (name) => rm(join(folder, name), { force: true }),
  }
}

/** Any store that speaks S3: requests are signed (AWS Signature Version 4), and addressed by path. */
export function s3Store({ endpoint, region, bucket, prefix, accessKey, secretKey }: S3Settings): OutsideStore {
  const base = `${endpoint.replace(/\/+$/, '')}/${bucket}/${prefix}`

  async function ask(method: 'GET' | 'PUT' | 'DELETE', name: string, bytes?: Buffer): Promise<Response> {
    const { AwsClient } = await import('aws4fetch')
    const client = new AwsClient({
      accessKeyId: accessKey,
      secretAccessKey: secretKey,
      region,
      service: 's3',
      retries: 2,
    })
    const signal = AbortSignal.timeout(ANSWER_MS)
    const body = bytes && { body: new Uint8Array(bytes), headers: { 'content-type': 'image/webp' } }
    const answer = await client.fetch(`${base}${name}`, { method, signal, redirect: 'error', ...body }).catch(() => {
      throw unavailable('does not answer')
    })
    if (answer.ok || answer.status === 404) return answer
    await answer.body?.cancel()
    throw unavailable(`answers ${answer.status}`)
  }

  return {
    kind: 's3',
    async save(name, bytes) {
      const { ok, status } = await ask('PUT', name, bytes)
      if (!ok) throw unavailable(`answers ${status}`)
    },
    async read(name) {
      const answer = await ask('GET', name)
      return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined
    },
    async remove(name) {
      await ask('DELETE', name)
    },
  }
}

function unavailable(what: string): Problem {
  return new Problem('UNAVAILABLE', `The store of pictures ${what}. Nothing was changed; try again in a moment.`, {}, 5)
}
