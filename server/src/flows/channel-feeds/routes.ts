import { Type } from 'typebox'
import { runCommand, system, type House } from '../../host/context.ts'
import { fileAnswerSchema } from '../../host/http/file-answer.ts'
import { command, query, type Route } from '../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../host/http/schemas.ts'
import { recallSetting } from '../../host/settings/read-setting.ts'
import { ok } from '../../kernel/result.ts'
import {
  buildFeedAnew,
  catalogRefusals,
  closeFeed,
  FEED_FORMATS,
  FEED_PROBLEMS,
  FEED_WRITERS,
  feedMinutes,
  findFeedBySecret,
  findFeedFile,
  isBlocking,
  listFeeds,
  noteFeedRead,
  openFeed,
  type Feed,
  type FeedFile,
} from '../../departments/catalog/index.ts'
import { buildFeed, judgeProduct } from './read-feed.ts'

const code = Type.String({ minLength: 1, maxLength: 40 })
const content = {
  name: Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }),
  format: Type.Enum([...FEED_FORMATS]),
  channel: code,
  market: code,
  language: Type.Enum(['en', 'it', 'es', 'id']),
}
const problemKind = Type.Enum([...FEED_PROBLEMS])
const feedSchema = Type.Object({
  id: idSchema,
  ...content,
  createdAt: instantSchema,
  builtAt: nullable(instantSchema),
  wantedAt: nullable(instantSchema),
  changedAt: nullable(instantSchema),
  bytes: nullable(Type.Integer({ description: 'Of its file, unpacked.' })),
  readAt: nullable(instantSchema),
  items: Type.Integer(),
  leftOut: Type.Integer({ description: 'Products that no channel would take as they are.' }),
  problems: Type.Array(
    Type.Object({
      kind: problemKind,
      blocks: Type.Boolean(),
      count: Type.Integer(),
      products: Type.Array(Type.Object({ id: idSchema, name: Type.String() })),
    }),
  ),
})

export const routes: readonly Route[] = [
  query({
    method: 'GET',
    path: '/product-feeds',
    operationId: 'listProductFeeds',
    summary: 'Addresses at which channels outside fetch the products, and what was wrong the last time',
    permission: 'catalog:read',
    own: 'any',
    response: Type.Object({
      items: Type.Array(feedSchema),
      everyMinutes: Type.Integer({ description: 'Their files are written anew at least so often.' }),
    }),
    answer: async ({ house }) => {
      const feeds = await listFeeds(house.database)
      return ok({
        everyMinutes: await recallSetting(house.database, feedMinutes),
        items: feeds.map(({ problems, createdAt, builtAt, wantedAt, changedAt, bytes, readAt, ...feed }) => ({
          ...feed,
          language: feed.language as never,
          createdAt: createdAt.toISOString(),
          builtAt: builtAt?.toISOString() ?? null,
          wantedAt: wantedAt?.toISOString() ?? null,
          changedAt: changedAt?.toISOString() ?? null,
          bytes: bytes === null ? null : Number(bytes),
          readAt: readAt?.toISOString() ?? null,
          problems: FEED_PROBLEMS.flatMap((kind) => {
            const found = problems[kind]
            return found ? [{ kind, blocks: isBlocking(kind), count: found.count, products: [...found.products] }] : []
          }),
        })),
      })
    },
  }),
  command({
    method: 'POST',
    path: '/product-feeds',
    operationId: 'openProductFeed',
    summary: 'An address that a channel outside can read without signing in; told once',
    permission: 'catalog:publish',
    own: 'any',
    status: 201,
    body: Type.Object(content, { additionalProperties: false }),
    response: Type.Object({ id: idSchema, url: Type.String() }),
    command: async (ctx, { body }, { house }) => {
      const opened = await openFeed(ctx, body)
      if (!opened.ok) return opened
      const { id, secret } = opened.value
      return ok({ id, url: `${house.publicUrl}/api/product-feed/${secret}/${FEED_WRITERS[body.format].fileName}` })
    },
  }),
  command({
    method: 'DELETE',
    path: '/product-feeds/:id',
    operationId: 'closeProductFeed',
    summary: 'Take such an address back: it leads nowhere from now on',
    permission: 'catalog:publish',
    own: 'any',
    params: idParams,
    status: 204,
    response: Type.Void(),
    command: (ctx, { params }) => closeFeed(ctx, params.id),
  }),
  command({
    method: 'POST',
    path: '/product-feeds/:id/builds',
    operationId: 'buildProductFeed',
    summary: 'Have the file of a feed written anew at once; `wantedAt` is null again when it is done',
    permission: 'catalog:read',
    own: 'any',
    rateLimit: { perMinute: 10 },
    params: idParams,
    status: 204,
    response: Type.Void(),
    command: (ctx, { params }) => buildFeedAnew(ctx, params.id),
  }),
  query({
    method: 'GET',
    path: '/products/:id/feed-problems',
    operationId: 'listProductFeedProblems',
    summary: 'What the feeds of the shop would say of a product now',
    permission: 'catalog:read',
    own: 'any',
    params: idParams,
    response: Type.Object({
      items: Type.Array(
        Type.Object({
          id: idSchema,
          name: Type.String(),
          problems: Type.Array(Type.Object({ kind: problemKind, blocks: Type.Boolean() })),
        }),
      ),
    }),
    answer: async ({ house }, { params }) => {
      const told = await judgeProduct(house, await listFeeds(house.database), params.id)
      return ok({
        items: told.map(({ feed: { id, name }, problems }) => ({
          id,
          name,
          problems: problems.map((kind) => ({ kind, blocks: isBlocking(kind) })),
        })),
      })
    },
  }),
  query({
    method: 'GET',
    path: '/product-feed/:secret/:file',
    operationId: 'readProductFeed',
    summary:
      'The products as a channel outside reads them: XML for Google, CSV for Meta, JSON for ACP; with ETag and Last-Modified',
    permission: 'public',
    own: 'link',
    rateLimit: { perMinute: 30 },
    params: Type.Object({
      secret: Type.String({ minLength: 43, maxLength: 43 }),
      file: Type.String({ maxLength: 40 }),
    }),
    response: fileAnswerSchema,
    sendsFile: true,
    answer: async ({ house }, { params }) => {
      const feed = await findFeedBySecret(house.database, params.secret)
      if (!feed) return catalogRefusals.feed_not_found()
      const file = await fileOf(house, feed)
      // Taken back while it was written.
      if (!file) return catalogRefusals.feed_not_found()
      const { fileName: name, mediaType } = FEED_WRITERS[feed.format]
      await runCommand(house, { actor: system('channel-feeds') }, (ctx) => noteFeedRead(ctx, feed.id))
      return ok({
        name,
        mediaType,
        body: file.packed,
        packed: 'gzip' as const,
        tag: file.tag,
        changedAt: file.changedAt,
      })
    },
  }),
]

/** Who fetches it before the job has written it does not go away empty-handed. */
async function fileOf(house: House, feed: Feed): Promise<FeedFile | undefined> {
  const kept = await findFeedFile(house.database, feed.id)
  if (kept) return kept
  await buildFeed(house, feed)
  return findFeedFile(house.database, feed.id)
}
