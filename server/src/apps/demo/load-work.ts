import { listProducts } from '../../departments/catalog/index.ts'
import { companyOf, findStaffActorById, listStaff, listUnitNames } from '../../departments/people/index.ts'
import { beginThread, hasTodos, makeTodo, type TodoWish } from '../../departments/work/index.ts'
import { runCommand, type House } from '../../host/context.ts'
import { addDays, localDateIn } from '../../kernel/time.ts'
import { demand } from '../demand.ts'
import { loadRecurring } from './load-recurring.ts'

interface DayTodo {
  readonly title: string
  readonly note?: string
  /** Who asks, by role. */
  readonly from: string
  /** A role's holder (`@role`), a department by name, or everybody of a role. */
  readonly to: string
  /** Days from today; none is due at no time. */
  readonly due?: number
  readonly time?: string
  readonly priority?: TodoWish['priority']
  readonly checklist?: readonly string[]
  readonly aboutProduct?: boolean
}

/** What Bottega Laguna has to do today, each as somebody there would ask it. */
const TODAY: readonly DayTodo[] = [
  {
    title: 'Sign the delivery contract with the courier',
    from: 'accountant',
    to: '@owner',
    due: 0,
    time: '12:00',
    priority: 'high',
  },
  {
    title: 'Choose the window for December',
    note: 'Three drafts lie on your desk.',
    from: 'marketer',
    to: '@owner',
    due: 2,
  },
  {
    title: 'Write the texts for the winter collection',
    from: 'owner',
    to: '@merchandiser',
    due: 1,
    checklist: ['Italian', 'English', 'Spanish'],
    aboutProduct: true,
  },
  { title: 'Check the prices against last week’s invoice', from: 'accountant', to: 'Assortimento', due: 3 },
  {
    title: 'Newsletter for Black Friday',
    from: 'owner',
    to: 'Marketing',
    due: 2,
    priority: 'high',
    checklist: ['Pictures', 'Text in four languages', 'List of receivers'],
  },
  { title: 'Answer the photographer', from: 'merchandiser', to: '@marketer', due: 0, time: '17:00' },
  {
    title: 'Count the glasses on shelf 12',
    note: 'The list says 18, the shelf looks emptier.',
    from: 'buyer',
    to: 'Magazzino',
    due: 0,
    priority: 'urgent',
  },
  {
    title: 'Pack the three gifts for the town hall',
    from: 'care_agent',
    to: 'Spedizioni',
    due: 1,
    checklist: ['Ribbon', 'Card', 'No invoice inside'],
  },
  { title: 'Order packing paper', from: 'picker', to: '@buyer', due: 1 },
  {
    title: 'Agree the delivery date with the glassworks',
    from: 'merchandiser',
    to: 'buyer',
    due: -1,
    priority: 'high',
    aboutProduct: true,
  },
  {
    title: 'Ring the customer whose parcel came back',
    from: 'picker',
    to: 'Assistenza clienti',
    due: 0,
    time: '15:00',
    priority: 'high',
  },
  { title: 'Rewrite the answer about returns', from: 'owner', to: '@care_agent', due: 4 },
  {
    title: 'VAT figures of the quarter',
    from: 'owner',
    to: '@accountant',
    due: 5,
    checklist: ['Italy', 'One-stop-shop', 'Proof of payment'],
  },
  { title: 'Look through the open receivables', from: 'owner', to: 'Amministrazione', due: -2 },
  { title: 'New laptop for the shop', from: 'owner', to: 'it', due: 6 },
  { title: 'Restore a backup and note how long it took', from: 'owner', to: '@it', due: 1, priority: 'high' },
  { title: 'Thank the donors of November', from: 'owner', to: '@donor_officer', due: 3 },
  { title: 'Close the requests that were answered', from: 'owner', to: '@case_worker', due: 2 },
]

/** A believable day for everybody, and a thread that is shared with the glassworks. */
export async function loadWork(house: House): Promise<void> {
  if (await hasTodos(house.database)) return
  const village = await cast(house)
  const today = localDateIn(house.clock.now(), 'Europe/Rome')
  for (const todo of TODAY) {
    const actor = village.actors.get(todo.from)
    const assignee = village.assignee(todo.to)
    if (!actor || !assignee) continue
    const wish: TodoWish = {
      title: todo.title,
      note: todo.note,
      assignee,
      priority: todo.priority,
      checklist: todo.checklist,
      dueOn: todo.due === undefined ? null : addDays(today, todo.due),
      dueTime: todo.time,
      record: todo.aboutProduct && village.productId ? { type: 'product', id: village.productId } : null,
    }
    demand(await runCommand(house, { actor }, (ctx) => makeTodo(ctx, wish)))
  }
  await talk(house, village)
  const owner = village.actors.get('owner')
  if (owner) await loadRecurring(house, owner)
}

type Cast = Awaited<ReturnType<typeof cast>>

async function cast(house: House) {
  const { items } = demand(await listStaff(house.database, { limit: 100 }))
  const units = await listUnitNames(house.database)
  const [product] = (await listProducts(house.database, { locale: 'en', limit: 1, publishedOnly: true })).items
  const idOf = (role: string) => items.find(({ roles, endedAt }) => roles.includes(role) && endedAt === null)?.id
  const roles = [...new Set(items.flatMap((one) => one.roles))]
  const found = await Promise.all(
    roles.map(async (role) => [role, await findStaffActorById(house.database, idOf(role) ?? '')] as const),
  )
  const actors = new Map(found.flatMap(([role, actor]) => (actor ? [[role, actor] as const] : [])))
  const assignee = (to: string): TodoWish['assignee'] | undefined => {
    if (to.startsWith('@')) {
      const id = idOf(to.slice(1))
      return id === undefined ? undefined : { kind: 'staff', id }
    }
    const unit = units.find(({ name }) => name === to)
    if (unit) return { kind: 'unit', id: unit.id }
    return roles.includes(to) ? { kind: 'role', id: to } : undefined
  }
  return { actors, assignee, productId: product?.id, people: items }
}

async function talk(house: House, { actors, productId, people }: Cast): Promise<void> {
  const buyer = actors.get('buyer')
  const merchandiser = actors.get('merchandiser')
  if (!buyer || !merchandiser || productId === undefined) return
  const record = { type: 'product', id: productId }
  const sight = async () => true
  const asks = { id: merchandiser.id, name: merchandiser.name, companyId: null }
  const orders = { id: buyer.id, name: buyer.name, companyId: null }
  const toBuyer = [{ kind: 'staff' as const, id: buyer.id }]
  const inside = {
    record,
    sharedWith: null,
    body: 'Are forty of these enough until Christmas?',
    mentions: toBuyer,
    speaker: asks,
    sight,
  }
  demand(await runCommand(house, { actor: merchandiser }, (ctx) => beginThread(ctx, inside)))
  for (const { id } of people) {
    const company = await companyOf(house.database, id)
    if (!company || company.kind !== 'vendor') continue
    const outside = {
      record,
      sharedWith: { id: company.id, name: company.name },
      body: 'Can you deliver twenty more by the tenth of December?',
      mentions: [{ kind: 'staff' as const, id }],
      speaker: orders,
      sight,
    }
    demand(await runCommand(house, { actor: buyer }, (ctx) => beginThread(ctx, outside)))
    return
  }
}
