import { moveParcel, packOrder } from '../../departments/fulfilment/index.ts'
import { getOrder, holdOrder, tagOrder } from '../../departments/orders/index.ts'
import { listPaymentsOf, wantRefund } from '../../departments/payments/index.ts'
import { decideWithdrawal, stateWithdrawal } from '../../departments/returns/index.ts'
import { callOffOrder } from '../../flows/cancel-order/index.ts'
import { editOrder } from '../../flows/edit-order/index.ts'
import { expireOrders } from '../../flows/expire-orders/index.ts'
import { receiveMoney } from '../../flows/record-receipt/index.ts'
import type { PlacedOrder } from '../../flows/place-order/index.ts'
import { settleDispute } from '../../flows/settle-payment/index.ts'
import { newId } from '../../host/clock.ts'
import { guest, runCommand, system, type Actor, type Context, type House } from '../../host/context.ts'
import { money, moneyFromJson } from '../../kernel/money.ts'
import type { Result } from '../../kernel/result.ts'
import { localDateIn } from '../../kernel/time.ts'
import { demand } from '../demand.ts'
import type { Buyer } from './buy.ts'
import type { Till } from './demo-till.ts'
import type { DemoOrder } from './village.ts'

export interface Stage {
  readonly past: House
  readonly till: Till | undefined
  readonly buyers: ReadonlyMap<string, Buyer>
  readonly variants: ReadonlyMap<string, string>
  /** Who holds a role. */
  readonly actors: ReadonlyMap<string, Actor>
  readonly tags: ReadonlyMap<string, string>
}

/** An order of the demo as far as it has come. */
export interface Shown {
  readonly order: DemoOrder
  placed: PlacedOrder | undefined
  /** What is under way, the first first; and what lies packed. */
  parcels: string[]
  withdrawalId?: string
  /** As the provider calls it. */
  disputeId?: string
}

type Act = DemoOrder['then'][number]
type Acting = (scene: {
  readonly stage: Stage
  readonly shown: Shown
  readonly placed: PlacedOrder
  readonly act: Act
  run<T>(role: string, command: (ctx: Context) => Promise<Result<T>>): Promise<T>
}) => Promise<unknown>

/** What somebody of the shop, a carrier or the customer does with an order, by its name in `orders.json`. */
const ACTS: Readonly<Record<string, Acting>> = {
  pack: (scene) => pack(scene, false),
  ship: (scene) => pack(scene, true),
  deliver: ({ shown, run }) =>
    run('picker', (ctx) => moveParcel(ctx, { parcelId: shown.parcels.shift() ?? '', act: 'deliver' })),
  lose: ({ shown, run, act: { note } }) =>
    run('picker', (ctx) => moveParcel(ctx, { parcelId: shown.parcels[0] ?? '', act: 'lose', note })),
  return: ({ shown, run, act: { note } }) =>
    run('picker', (ctx) => moveParcel(ctx, { parcelId: shown.parcels.shift() ?? '', act: 'return', note })),
  receive: ({ stage, placed: { id, total }, run, act: { bank = '' } }) =>
    run('accountant', (ctx) =>
      receiveMoney(ctx, {
        orderId: id,
        receipt: {
          amount: moneyFromJson(total),
          receivedOn: localDateIn(stage.past.clock.now(), 'Europe/Rome'),
          bankReference: bank,
        },
      }),
    ),
  refund: async ({ stage, placed, run, act: { amount, reason = '' } }) => {
    const [payment] = await listPaymentsOf(stage.past.database, placed.id)
    const back = money(amount ?? placed.total.amount, placed.total.currency)
    return run('accountant', (ctx) => wantRefund(ctx, { paymentId: payment?.id ?? '', amount: back, reason }))
  },
  dispute: async ({ stage, shown, placed, act: { reason = '' } }) => {
    const [payment] = await listPaymentsOf(stage.past.database, placed.id)
    const providerDisputeId = await stage.till?.dispute(payment?.providerRef ?? '', reason)
    if (providerDisputeId === undefined) return
    shown.disputeId = providerDisputeId
    await settleDispute(stage.past, { provider: 'devpay', providerDisputeId })
  },
  decide: async ({ stage, shown: { disputeId }, act: { reason = '' } }) => {
    if (disputeId === undefined) return
    await stage.till?.decide(disputeId, reason)
    await settleDispute(stage.past, { provider: 'devpay', providerDisputeId: disputeId })
  },
  cancel: async ({ stage, placed, act: { reason = '' } }) =>
    demand(await callOffOrder(stage.past, { orderId: placed.id, reason, actor: actorOf(stage, 'care_agent') })),
  expire: ({ stage }) => expireOrders(stage.past),
  edit: async ({ stage, placed, act: { sku = '', quantity = 0, note } }) => {
    const position = (await positionsOf(stage, placed)).get(sku) ?? -1
    const wish = { kind: 'edit', reason: 'customer_asked', note, lines: [{ position, quantity }], added: [] } as const
    return demand(await editOrder(stage.past, { orderId: placed.id, wish, actor: actorOf(stage, 'care_agent') }))
  },
  hold: ({ placed, run, act: { reason = '' } }) =>
    run('care_agent', (ctx) => holdOrder(ctx, { orderId: placed.id, reason })),
  tag: ({ stage, placed, run, act: { tag = '' } }) =>
    run('care_agent', (ctx) => tagOrder(ctx, { orderId: placed.id, add: [stage.tags.get(tag) ?? ''], remove: [] })),
  withdraw: async ({ stage, placed, shown, act: { goods = '' } }) => {
    const { email, address, locale, market } = demand(await getOrder(stage.past.database, placed.id))
    const statement = { name: address.name, order: placed.number, email, goods }
    const stated = { formKey: newId(), market, locale, statement, orderId: placed.id }
    const made = demand(await runCommand(stage.past, { actor: guest }, (ctx) => stateWithdrawal(ctx, stated)))
    shown.withdrawalId = made.id
  },
  accept_withdrawal: ({ shown, run }) =>
    run('care_agent', (ctx) => decideWithdrawal(ctx, { id: shown.withdrawalId ?? '', decision: 'accept' })),
}

export async function actOnOrder(stage: Stage, shown: Shown, act: Act): Promise<void> {
  const { placed } = shown
  const acting = ACTS[act.act]
  if (!placed || !acting) throw new Error(`the demo cannot ${act.act}`)
  const run = async <T>(role: string, command: (ctx: Context) => Promise<Result<T>>): Promise<T> =>
    demand(await runCommand(stage.past, { actor: actorOf(stage, role) }, command))
  await acting({ stage, shown, placed, act, run })
}

const actorOf = ({ actors }: Stage, role: string): Actor => actors.get(role) ?? system('demo')

/** SKU -> where it stands in the order. */
async function positionsOf({ past }: Stage, { id }: PlacedOrder): Promise<ReadonlyMap<string, number>> {
  const { lines } = demand(await getOrder(past.database, id))
  return new Map(lines.map(({ sku, position }) => [sku, position]))
}

async function pack({ stage, shown, placed, act, run }: Parameters<Acting>[0], ship: boolean): Promise<void> {
  const { carrier, trackingNumber, pieces } = act
  const positions = pieces && (await positionsOf(stage, placed))
  const lines = pieces?.map(([sku, quantity]) => ({ position: positions?.get(sku) ?? -1, quantity }))
  const { id } = await run('picker', (ctx) =>
    packOrder(ctx, { orderId: placed.id, lines, carrier, trackingNumber, ship }),
  )
  shown.parcels.push(id)
}
