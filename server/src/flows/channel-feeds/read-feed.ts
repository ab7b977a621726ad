import { runCommand, system, type House } from '../../host/context.ts'
import { ok } from '../../kernel/result.ts'
import {
  FEED_WRITERS,
  isBlocking,
  judgeForFeed,
  listFeedProducts,
  noteFeedRun,
  type Feed,
  type FeedAddresses,
  type FeedProblem,
} from '../../departments/catalog/index.ts'
import { listMarkets } from '../../departments/organisation/index.ts'
import { loadProductOffers, type Counter } from '../../departments/pricing/index.ts'

const CHUNK = 200
/** Products of a kind of problem that are named; the others are counted. */
const NAMED = 50

/**
 * A feed is written while it is sent, two hundred products at a time with three questions for each chunk, so that a hundred thousand cost
 * no memory; what is wrong is counted on the way and kept when it ends. Rejected: a file that a job keeps, which would be older than the
 * prices of the page that it leads to.
 */
export async function* writeFeed(house: House, feed: Feed): AsyncGenerator<string> {
  const writer = FEED_WRITERS[feed.format]
  yield writer.head({ name: house.organisation.name, url: house.publicUrl })
  const found = new Findings()
  for await (const chunk of judgedChunks(house, feed)) {
    found.add(chunk)
    yield chunk.flatMap(({ items }) => items.map(writer.item)).join('')
  }
  yield writer.foot
  await keep(house, feed, found)
}

/** The same without sending it. */
export async function checkFeed(house: House, feed: Feed): Promise<void> {
  const found = new Findings()
  for await (const chunk of judgedChunks(house, feed)) found.add(chunk)
  await keep(house, feed, found)
}

/** What the feeds of the shop would say of one product; of feeds in whose market it is not shown nothing. */
export async function judgeProduct(house: House, feeds: readonly Feed[], productId: string) {
  const told = []
  for (const feed of feeds) {
    for await (const chunk of judgedChunks(house, feed, productId)) {
      for (const { problems } of chunk) told.push({ feed, problems })
    }
  }
  return told
}

type Judged = ReturnType<typeof judgeForFeed> & { readonly id: string; readonly name: string }

async function* judgedChunks(house: House, feed: Feed, only?: string): AsyncGenerator<readonly Judged[]> {
  const counter = await counterOf(house, feed)
  if (!counter) return
  const addresses = addressesOf(house, feed)
  const { language, market, channel } = feed
  let after: string | undefined
  while (true) {
    const asked = { language, place: { market, channel, now: counter.now }, after, only, limit: CHUNK }
    const products = await listFeedProducts(house.database, asked)
    const handle = products.map((product) => product.handle)
    const offers = handle.length === 0 ? new Map() : await loadProductOffers(house.database, { handle, ...counter })
    yield products.map((product) => ({
      id: product.id,
      name: product.name,
      ...judgeForFeed(product, offers, addresses),
    }))
    after = products.at(-1)?.id
    if (products.length < CHUNK) return
  }
}

/** As somebody whom the shop does not know sees it. */
async function counterOf(house: House, { market: code, channel }: Feed): Promise<Counter | undefined> {
  const markets = await listMarkets(house.database)
  const market = markets.find((one) => one.code === code)
  if (!market) return undefined
  const { currency, locationCode } = market
  return { currency, locationCode, market: code, channel, groups: [], now: house.clock.now() }
}

function addressesOf({ publicUrl }: House, { language }: Feed): FeedAddresses {
  return {
    page: (handle, optionValues) => {
      const chosen = Object.entries(optionValues).map(([option, choice]): [string, string] => [
        `option-${option}`,
        choice,
      ])
      const query = new URLSearchParams(chosen).toString()
      return `${publicUrl}/${language}/products/${encodeURIComponent(handle)}${query === '' ? '' : `?${query}`}`
    },
    picture: (fileId) => `${publicUrl}/files/${fileId}/1280.webp`,
  }
}

class Findings {
  items = 0
  leftOut = 0
  readonly problems: Partial<Record<FeedProblem, { count: number; products: { id: string; name: string }[] }>> = {}

  add(chunk: readonly Judged[]): void {
    for (const { id, name, items, problems } of chunk) {
      this.items += items.length
      if (problems.some(isBlocking)) this.leftOut += 1
      for (const problem of problems) {
        const known = (this.problems[problem] ??= { count: 0, products: [] })
        known.count += 1
        if (known.products.length < NAMED) known.products.push({ id, name })
      }
    }
  }
}

async function keep(house: House, feed: Feed, { items, leftOut, problems }: Findings): Promise<void> {
  await runCommand(house, { actor: system('channel-feeds') }, async (ctx) => {
    await noteFeedRun(ctx, feed.id, { items, leftOut, problems })
    return ok()
  })
}
