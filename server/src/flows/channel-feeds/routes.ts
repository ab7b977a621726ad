import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { fileAnswerSchema } from '../../host/http/file-answer.ts'
import { command, query, steps, type Route } from '../../host/http/route.ts'
import { idParams, idSchema, instantSchema, nullable } from '../../host/http/schemas.ts'
import { ok } from '../../kernel/result.ts'
import {
  catalogRefusals,
  closeFeed,
  FEED_FORMATS,
  FEED_PROBLEMS,
  FEED_WRITERS,
  findFeed,
  findFeedBySecret,
  isBlocking,
  listFeeds,
  openFeed,
} from '../../departments/catalog/index.ts'
import { checkFeed, judgeProduct, writeFeed } from './read-feed.ts'

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
    response: Type.Object({ items: Type.Array(feedSchema) }),
    answer: async ({ house }) => {
      const feeds = await listFeeds(house.database)
      return ok({
        items: feeds.map(({ problems, createdAt, readAt, ...feed }) => ({
          ...feed,
          language: feed.language as never,
          createdAt: createdAt.toISOString(),
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
  steps({
    method: 'POST',
    path: '/product-feeds/:id/checks',
    operationId: 'checkProductFeed',
    summary: 'Go through a feed now and keep what is wrong with it',
    permission: 'catalog:read',
    own: 'any',
    rateLimit: { perMinute: 10 },
    params: idParams,
    status: 204,
    response: Type.Void(),
    answer: async ({ house }, { params }) => {
      const feed = await findFeed(house.database, params.id)
      if (!feed) return catalogRefusals.feed_not_found()
      await checkFeed(house, feed)
      return ok()
    },
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
    summary: 'The products as a channel outside reads them: XML for Google, CSV for Meta',
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
      const { fileName: name, mediaType } = FEED_WRITERS[feed.format]
      return ok({ name, mediaType, body: Readable.from(writeFeed(house, feed)) })
    },
  }),
]
