import { operations } from '@allot/contract'
import type { FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { viewOption } from '../events/event-view.ts'
import type { EventKey } from '../events/books.sql.ts'
import { findVisibleEvent } from '../events/find-event.ts'
import { findOption } from '../options/options.sql.ts'
import type { App } from '../platform/http.ts'
import { sendProblem } from '../platform/http.ts'
import { answerOnce } from '../platform/idempotency.ts'
import { Problem } from '../platform/problem.ts'
import { may } from '../platform/roles.ts'
import { sha256 } from '../platform/secrets.ts'
import { dropPicture, setPicture } from './change-picture.ts'
import type { PictureChange } from './change-picture.ts'
import { MOST_BYTES, makePicture, pictureTypes } from './make-picture.ts'
import type { MadePicture, PictureType } from './make-picture.ts'
import { findKept, readBytes } from './pictures.sql.ts'
import type { KeptPicture, PictureSize } from './pictures.sql.ts'
import type { OutsideStore } from './stores.ts'
import { busy, createTurns } from './turns.ts'

/** Decoding takes memory and a core each: two at once, and few behind them. */
const AT_ONCE = 2
const MOST_WAITING = 8

/** What was sent, as bytes. Told apart from other requests under the same key by its hash, not letter by letter. */
class SentPicture {
  readonly bytes: Buffer
  readonly type: PictureType

  constructor(bytes: Buffer, type: PictureType) {
    this.bytes = bytes
    this.type = type
  }

  toJSON(): string {
    return sha256(this.bytes).toString('hex')
  }
}

/** Pictures of options. Other bodies than JSON are read here and nowhere else. */
export function pictureRoutes(app: App, store: OutsideStore | undefined): void {
  const turns = createTurns(AT_ONCE, MOST_WAITING)
  let uploads = 0
  const release = (key: EventKey, kept: KeptPicture | undefined) => forget(store, key, kept)

  void app.register((plugin, _options, done) => {
    const scope = plugin.withTypeProvider<ZodTypeProvider>()
    scope.removeAllContentTypeParsers()
    for (const type of pictureTypes) {
      scope.addContentTypeParser(type, { parseAs: 'buffer', bodyLimit: MOST_BYTES }, (_request, body, parsed) =>
        parsed(null, new SentPicture(body as Buffer, type)),
      )
    }
    scope.setErrorHandler((error: Error & { code?: string }, _request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
        return sendProblem(reply, new Problem('BODY_TOO_LARGE', 'A picture must be at most 5 MB.'))
      }
      if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return sendProblem(reply, notOfType())
      throw error
    })

    scope.put(
      '/events/:event_id/options/:option_id/picture',
      {
        config: may('event.manage'),
        schema: operations.putOptionPicture,
        // A body is in memory as soon as it is read: no more of them than may wait.
        preParsing: (request, reply, payload, next) => {
          if (!isPictureType(request.headers['content-type'])) return next(null, payload)
          if (uploads >= AT_ONCE + MOST_WAITING) return next(busy())
          uploads += 1
          reply.raw.once('close', () => {
            uploads -= 1
          })
          next(null, payload)
        },
      },
      async (request, reply) => {
        const { actor, params, query } = request
        const key = { tenantId: actor.tenantId, eventId: params.event_id }
        await app.db.read(actor.tenantId, async (tx) => {
          await findVisibleEvent(tx, actor, params.event_id)
          if (!(await findOption(tx, key, params.option_id))) throw new Problem('OPTION_NOT_FOUND')
        })
        const sent: unknown = request.body
        if (!(sent instanceof SentPicture)) throw notOfType()
        const made = await turns.take(() => makePicture(sent.bytes, sent.type))
        let change: PictureChange | undefined
        try {
          await keep(store, key, made)
          return await answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 200 }, async (tx) => {
            const kept = { alt: query.alt, keptIn: store?.kind ?? 'database' } as const
            change = await setPicture(tx, actor, key, params.option_id, made, kept)
            return viewOption(change.option, change.event, actor.role)
          })
        } catch (error) {
          change = undefined
          throw error
        } finally {
          // What nothing shows is not kept: the picture before, or this one where it was there already or is refused.
          await release(key, change ? change.old : store && { id: made.id, kept_in: store.kind })
        }
      },
    )
    done()
  })

  app.delete(
    '/events/:event_id/options/:option_id/picture',
    { config: may('event.manage'), schema: operations.deleteOptionPicture },
    async (request, reply) => {
      const { actor, params } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      let old: KeptPicture | undefined
      const answer = await answerOnce(app, request, reply, { tenantId: actor.tenantId, status: 204 }, async (tx) => {
        old = (await dropPicture(tx, actor, key, params.option_id)).old
        return null
      })
      await release(key, old)
      return answer
    },
  )

  app.get(
    '/events/:event_id/options/:option_id/picture',
    { config: may('event.read'), schema: operations.getOptionPicture },
    async (request, reply) => {
      const { actor, params, query } = request
      const key = { tenantId: actor.tenantId, eventId: params.event_id }
      const found = await app.db.read(actor.tenantId, async (tx) => {
        await findVisibleEvent(tx, actor, params.event_id)
        const option = await findOption(tx, key, params.option_id)
        if (!option) throw new Problem('OPTION_NOT_FOUND')
        const kept = option.picture && (await findKept(tx, key, option.id))
        if (!option.picture || !kept) throw noPicture()
        const { hash } = option.picture
        const isKnown = request.headers['if-none-match'] === etagOf(hash, query.size)
        const inDatabase = !isKnown && kept.kept_in === 'database'
        const bytes = inDatabase ? await readBytes(tx, key, option.id, query.size) : null
        return { hash, kept, isKnown, bytes }
      })
      const { hash, kept, isKnown } = found
      // Under an address with its hash it is for ever the same; under another it may be another tomorrow.
      const isFixed = query.v !== undefined && hash.startsWith(query.v)
      reply
        .header('cache-control', isFixed ? 'private, max-age=31536000, immutable' : 'private, no-cache')
        .header('etag', etagOf(hash, query.size))
      if (isKnown) return (reply as FastifyReply).code(304).send() as never
      const bytes = found.bytes ?? (await readOutside(store, key, kept, query.size))
      if (!bytes) throw noPicture()
      return reply
        .header('content-security-policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
        .header('content-disposition', 'inline; filename="picture.webp"')
        .type('image/webp')
        .serializer((sent: unknown) => sent as string)
        .send(bytes as never) as never
    },
  )
}

function isPictureType(type: string | undefined): boolean {
  return pictureTypes.some((known) => type?.startsWith(known))
}

function etagOf(hash: string, size: PictureSize): string {
  return `"${hash.slice(0, 32)}-${size}"`
}

const nameOf = ({ tenantId }: EventKey, id: string, size: PictureSize) => `${tenantId}/${id}-${size}.webp`

async function keep(store: OutsideStore | undefined, key: EventKey, { id, full, thumb }: MadePicture): Promise<void> {
  await store?.save(nameOf(key, id, 'full'), full)
  await store?.save(nameOf(key, id, 'thumb'), thumb)
}

async function readOutside(
  store: OutsideStore | undefined,
  key: EventKey,
  kept: KeptPicture,
  size: PictureSize,
): Promise<Buffer | undefined> {
  return store?.kind === kept.kept_in ? store.read(nameOf(key, kept.id, size)) : undefined
}

/** What is left where the store does not answer is only room taken: nothing leads there any more. */
async function forget(store: OutsideStore | undefined, key: EventKey, kept: KeptPicture | undefined): Promise<void> {
  if (!kept || store?.kind !== kept.kept_in) return
  await Promise.allSettled([store.remove(nameOf(key, kept.id, 'full')), store.remove(nameOf(key, kept.id, 'thumb'))])
}

function notOfType(): Problem {
  return new Problem('NOT_PICTURE_TYPE', `Send the picture itself, with "Content-Type: ${pictureTypes.join('", "')}".`)
}

function noPicture(): Problem {
  return new Problem('PICTURE_NOT_FOUND', 'This option has no picture.')
}
