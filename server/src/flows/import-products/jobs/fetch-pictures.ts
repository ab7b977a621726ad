/**
 * Fetches the pictures of an import, some at a time, after its products stand: outside of any transaction, by the rules for addresses
 * that somebody typed (host/outward). Who does not answer is asked again later, three times in all; what became of each stands with the
 * import, and a person may have all that failed asked for once more.
 */
import {
  findNextPicture,
  listWaitingPictures,
  noteFetched,
  putFetchedPictures,
  type Fetched,
  type WaitingPicture,
} from '../../../departments/catalog/index.ts'
import { runCommand, system, type Context, type House } from '../../../host/context.ts'
import { MAX_PICTURE_BYTES, storeImage } from '../../../host/files/index.ts'
import type { JobDefinition } from '../../../host/outbox/worker.ts'
import { fetchBytes } from '../../../host/outward/fetch-bytes.ts'
import { assert } from '../../../kernel/assert.ts'
import { ok } from '../../../kernel/result.ts'

const FETCH_PICTURES = 'fetch-import-pictures'
const AT_ONCE = 4
/** Then the job asks for itself anew, so that none outlives its lease. */
const MOST_ADDRESSES = 40
const actor = system('import-pictures')

export function askForPictures(ctx: Context, importId: string): void {
  ctx.enqueue({ kind: FETCH_PICTURES, ref: importId })
}

export const fetchPicturesJob: JobDefinition = {
  kind: FETCH_PICTURES,
  run: async (house, { ref, signal }) => {
    if (ref === null) return
    const now = house.clock.now()
    const waiting = await listWaitingPictures(house.database, { importId: ref, now, limit: MOST_ADDRESSES })
    for (let from = 0; from < waiting.length; from += AT_ONCE) {
      const batch = waiting.slice(from, from + AT_ONCE)
      await Promise.all(batch.map((picture) => settle(house, ref, { picture, signal })))
    }
    await askForTheRest(house, ref)
  },
}

interface Asking {
  readonly picture: WaitingPicture
  readonly signal: AbortSignal | undefined
}

async function settle(house: House, importId: string, { picture, signal }: Asking): Promise<void> {
  const { address, productIds } = picture
  const outcome = await fetched(house, { picture, signal })
  const noted = await runCommand(house, { actor }, async (ctx) => {
    noteFetched(ctx, { importId, address, outcome })
    return ok()
  })
  assert(noted.ok, 'what came of an address is noted')
  for (const productId of productIds) {
    const put = await runCommand(house, { actor }, (ctx) => putFetchedPictures(ctx, { importId, productId }))
    if (!put.ok) house.log.warn('pictures of an import were refused', { ref: productId, code: put.refusal.code })
  }
}

async function fetched(house: House, { picture: { address, attempts }, signal }: Asking): Promise<Fetched> {
  const loopback = house.ports?.picturesFromLoopback ?? false
  const heard = await fetchBytes({ address, loopback, mostBytes: MAX_PICTURE_BYTES, signal })
  if ('silence' in heard) return { reason: heard.silence, attempts }
  const folder = house.ports?.filesFolder
  assert(folder !== undefined, 'a house that works off jobs keeps files')
  const outcome = await storeImage(house, folder, heard.bytes)
  return 'stored' in outcome ? { fileId: outcome.stored.fileId } : { reason: outcome.flaw, attempts }
}

async function askForTheRest(house: House, importId: string): Promise<void> {
  const next = await findNextPicture(house.database, importId)
  if (!next) return
  const asked = await runCommand(house, { actor }, async (ctx) => {
    const runAt = next > ctx.now ? { runAt: next } : {}
    ctx.enqueue({ kind: FETCH_PICTURES, ref: importId, ...runAt })
    return ok()
  })
  assert(asked.ok, 'the rest is asked for')
}
