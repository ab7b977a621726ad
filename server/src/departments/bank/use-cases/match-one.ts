import type { Database } from '../../../host/database/pool.ts'
import { getOrder } from '../../orders/index.ts'
import { listAwaited, listRefundsToTransfer, ownPartOf } from '../../payments/index.ts'
import {
  matchEntry,
  matchRefund,
  referencesIn,
  type Awaited,
  type Match,
  type RefundToSend,
} from '../domain/match-entry.ts'
import type { Entry } from '../queries/read-entries.ts'

/** For which order an entry's money is, as far as that can be known from what the bank tells. Reads, and decides nothing. */
export async function matchOne(reader: Pick<Database, 'rows' | 'row'>, entry: Entry): Promise<Match> {
  if (!entry.came || entry.returnReason !== null) return { kind: 'unknown' }
  const references = referencesIn(entry, ownPartOf)
  const numbers = [...references.checked, ...references.plain]
  const awaited = await listAwaited(reader, { numbers, amount: entry.amount })
  const candidates: Awaited[] = []
  for (const one of awaited) {
    // Who bought is asked only where nothing else tells one order from another.
    const order = numbers.includes(one.number) ? undefined : await getOrder(reader, one.orderId)
    candidates.push({ ...one, buyer: order?.ok ? order.value.name : '' })
  }
  return matchEntry(entry, { references, candidates })
}

/** Which refund money that went out was, as far as the transfer names its order. */
export async function matchRefundOf(reader: Pick<Database, 'rows'>, entry: Entry): Promise<RefundToSend | undefined> {
  if (entry.came || entry.returnReason !== null) return undefined
  const references = referencesIn(entry, ownPartOf)
  const numbers = [...references.checked, ...references.plain]
  if (numbers.length === 0) return undefined
  return matchRefund(references, await listRefundsToTransfer(reader, { numbers, amount: entry.amount }))
}
