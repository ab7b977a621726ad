import { runCommand, system, type House } from '../../host/context.ts'
import {
  FEED_WRITERS,
  isBlocking,
  judgeForFeed,
  keepFeedFile,
  listFeedProducts,
  openFeedFile,
  type Feed,
  type FeedAddresses,
  type FeedOffer,
  type FeedPolicy,
  type FeedProblem,
  type FeedProduct,
  type FeedShop,
} from '../../departments/catalog/index.ts'
import { latePieces, loadPromises } from '../../departments/inventory/index.ts'
import { listPoliciesInForce, type PolicyKind } from '../../departments/legal/index.ts'
import { listMarkets } from '../../departments/organisation/index.ts'
import { loadProductOffers, type Counter } from '../../departments/pricing/index.ts'

const CHUNK = 200
/** Products of a kind of problem that are named; the others are counted. */
const NAMED = 50

/**
 * The file of a feed is written by a job, two hundred products at a time with a handful of questions for each chunk, packed as it
 * grows, and kept with its tag: who fetches it asks the house nothing about goods, and who has it already is told so. It is written
 * anew when somebody asks for that, when products changed and then were left alone for a minute, and every so often whatever
 * happened, since prices, stock and showings change without a word to the catalogue. Rejected: writing it while it is sent, which
 * costs the same for every impatient reader and can promise nobody that nothing changed.
 */
export async function buildFeed(house: House, feed: Feed): Promise<void> {
  const startedAt = house.clock.now()
  const { head, product, foot } = FEED_WRITERS[feed.format]
  const shop = await shopOf(house, feed, startedAt)
  const file = openFeedFile()
  const found = new Findings()
  await file.add(head(shop))
  for await (const chunk of judgedChunks(house, feed)) {
    const texts: string[] = []
    for (const judged of chunk) {
      texts.push(product(judged.items, shop, found.items === 0))
      found.add(judged)
    }
    await file.add(texts.join(''))
  }
  await file.add(foot)
  const { items, leftOut, problems } = found
  await runCommand(house, { actor: system('channel-feeds') }, (ctx) =>
    keepFeedFile(ctx, feed.id, { startedAt, items, leftOut, problems, ...file.done() }),
  )
}

const POLICY_TYPES: Readonly<Partial<Record<PolicyKind, FeedPolicy['type']>>> = {
  sales: 'terms_of_service',
  returns: 'refund_policy',
  privacy: 'privacy_policy',
  shipping: 'shipping_policy',
}

/** Who sells, and what it has published of its promises in that market. */
async function shopOf(house: House, { market, language }: Feed, at: Date): Promise<FeedShop> {
  const inForce = await listPoliciesInForce(house.database, { market, at })
  const policies = inForce.flatMap(({ kind }) => {
    const type = POLICY_TYPES[kind]
    return type ? [{ type, url: `${house.publicUrl}/${language}/policies/${kind}` }] : []
  })
  return { name: house.organisation.name, url: house.publicUrl, policies }
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
    const offers = await offersOf(house, products, counter)
    yield products.map((product) => ({
      id: product.id,
      name: product.name,
      ...judgeForFeed(product, offers, addresses),
    }))
    after = products.at(-1)?.id
    if (products.length < CHUNK) return
  }
}

/** What each variant costs and whether there is one; where the next piece is still to come, on which day it leaves. */
async function offersOf(
  { database }: House,
  products: readonly FeedProduct[],
  counter: Counter,
): Promise<ReadonlyMap<string, FeedOffer>> {
  if (products.length === 0) return new Map()
  const { locationCode } = counter
  const variantIds = products.flatMap(({ variants }) => variants.map(({ id }) => id))
  const handle = products.map((product) => product.handle)
  const [offers, promises] = await Promise.all([
    loadProductOffers(database, { handle, ...counter }),
    loadPromises(database, { variantIds, locationCode }),
  ])
  const promised = (id: string) => {
    const promise = promises.get(id)
    return promise && latePieces(1, promise.onShelf) > 0 ? promise : undefined
  }
  return new Map([...offers].map(([id, offer]) => [id, { ...offer, promise: promised(id) }]))
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

  add({ id, name, items, problems }: Judged): void {
    this.items += items.length
    if (problems.some(isBlocking)) this.leftOut += 1
    for (const problem of problems) {
      const known = (this.problems[problem] ??= { count: 0, products: [] })
      known.count += 1
      if (known.products.length < NAMED) known.products.push({ id, name })
    }
  }
}
