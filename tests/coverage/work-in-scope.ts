/**
 * What each operation of `work` that changes something may touch, for somebody whose work reaches Spain alone: a row of theirs, which it
 * changes, and one of somebody else's, which it does not. Rows are made anew for each attempt, since most can be moved once.
 */
import assert from 'node:assert/strict'
import { openOffice, type Office } from '../../server/src/departments/work/testing/office.ts'
import type { SignedIn } from '../../server/src/testing/create-test-server.ts'
import { must } from '../../server/src/testing/scene.ts'

export interface Attempt {
  readonly params?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly query?: Readonly<Record<string, string>>
  readonly version?: number
}

export interface WorkWorld {
  readonly office: Office
  /** May do everything, in Spain. */
  readonly ines: SignedIn
  /** May do everything, everywhere. */
  readonly otto: SignedIn
  readonly sales: string
  readonly stock: string
  /** Of neither. */
  readonly third: string
  readonly spanishOrder: string
  readonly italianOrder: string
}

/** In the titles and words of everything that is not hers. */
export const SECRET = 'Of others'

export async function openWorkWorld(): Promise<WorkWorld> {
  const office = await openOffice()
  const [ines, otto] = [await office.person('owner'), await office.person('owner')]
  await office.house.asOwner(`UPDATE people.staff SET scope = '{"market": ["es"]}' WHERE id = $1`, [ines.id])
  const [sales, stock, third] = [await office.unit('Sales'), await office.unit('Stock'), await office.unit('Third')]
  await office.house.asOwner(`
    INSERT INTO organisation.market SELECT (jsonb_populate_record(m, jsonb_build_object('id', gen_random_uuid(), 'code', 'es'))).* FROM organisation.market m WHERE code = 'it'`)
  await office.join(sales, ines)
  await office.join(stock, otto)
  const place = async (market: string) => {
    const { id } = must(await office.shop.place(await office.shop.fill({ mug: 1 })))
    await office.house.asOwner('UPDATE orders.sales_order SET market_code = $2 WHERE id = $1', [id, market])
    return id
  }
  return { office, ines, otto, sales, stock, third, spanishOrder: await place('es'), italianOrder: await place('it') }
}

type Making = (world: WorkWorld) => Promise<Attempt>
interface Touch {
  readonly own: Making
  /** Undefined where an operation makes something of one's own, out of nothing that anybody has. */
  readonly foreign?: Making
}

interface Kept {
  readonly id: string
  readonly version: number
}

async function make(world: WorkWorld, who: SignedIn, url: string, body: unknown): Promise<Kept> {
  const answer = await world.office.call(who, 'POST', url, { body })
  assert.ok(answer.status < 300, `${url}: ${JSON.stringify(answer.body)}`)
  return answer.body as Kept
}

async function move(world: WorkWorld, who: SignedIn, url: string, body: unknown = {}): Promise<void> {
  const answer = await world.office.call(who, 'POST', url, { body })
  assert.ok(answer.status < 300, `${url}: ${JSON.stringify(answer.body)}`)
}

/** Asked by Otto: of her department, or of his own. */
const todo = (world: WorkWorld, unit: string, more: object = {}) =>
  make(world, world.otto, '/todos', {
    title: unit === world.sales ? 'For Sales' : SECRET,
    assignee: { kind: 'unit', id: unit },
    ...more,
  })

/** A to-do as far as an operation needs it, of her department and of another. */
function ofTodo(
  prepare: (world: WorkWorld, id: string, who: SignedIn) => Promise<void> = async () => {},
  body?: (world: WorkWorld) => unknown,
): Touch {
  const made = async (world: WorkWorld, unit: string, who: SignedIn): Promise<Attempt> => {
    const { id } = await todo(world, unit)
    await prepare(world, id, who)
    const { version } = (await world.office.call(world.otto, 'GET', `/todos/${id}`)).body
    return { params: { id }, version, ...(body ? { body: body(world) } : {}) }
  }
  return {
    own: (world) => made(world, world.sales, world.ines),
    foreign: (world) => made(world, world.stock, world.otto),
  }
}

const taken = (world: WorkWorld, id: string, who: SignedIn) => move(world, who, `/todos/${id}/taking`)
const done = async (world: WorkWorld, id: string, who: SignedIn) => {
  await taken(world, id, who)
  await move(world, who, `/todos/${id}/completion`)
}
const reason = () => ({ reason: 'Because' })

/** Handed over to her department, or from hers to the other and not hers any more. */
function ofHandover(body?: () => unknown): Touch {
  const made = async (world: WorkWorld, to: string): Promise<Attempt> => {
    const giver = await world.office.person('owner')
    const from = await world.office.unit(`From ${giver.id}`)
    await world.office.join(from, giver)
    const { id } = await make(world, giver, '/todos', {
      title: to === world.sales ? 'For Sales' : SECRET,
      assignee: { kind: 'unit', id: from },
    })
    await taken(world, id, giver)
    await move(world, giver, `/todos/${id}/handover`, { toUnit: to })
    return { params: { id }, ...(body ? { body: body() } : {}) }
  }
  return { own: (world) => made(world, world.sales), foreign: (world) => made(world, world.stock) }
}

function ofCheck(body?: unknown): Touch {
  const made = async (world: WorkWorld, unit: string): Promise<Attempt> => {
    const { id } = await todo(world, unit, { checklist: ['Lids'] })
    const { checks } = (await world.office.call(world.otto, 'GET', `/todos/${id}`)).body
    return { params: { id, checkId: checks[0].id }, ...(body ? { body } : {}) }
  }
  return { own: (world) => made(world, world.sales), foreign: (world) => made(world, world.stock) }
}

interface Talk {
  readonly id: string
  readonly comments: readonly { readonly id: string }[]
}

async function thread(world: WorkWorld, who: SignedIn, orderId: string): Promise<Talk> {
  const body = { record: { type: 'order', id: orderId }, body: orderId === world.spanishOrder ? 'Hola' : SECRET }
  return (await make(world, who, '/threads', body)) as unknown as Talk
}

const ofThread = (body: unknown): Touch => ({
  own: async (world) => ({ params: { id: (await thread(world, world.otto, world.spanishOrder)).id }, body }),
  foreign: async (world) => ({ params: { id: (await thread(world, world.otto, world.italianOrder)).id }, body }),
})

/** On an order in Spain or in Italy. */
const ofFile: Touch = {
  own: (world) => sharedFile(world, world.spanishOrder),
  foreign: (world) => sharedFile(world, world.italianOrder),
}
async function sharedFile({ office, otto }: WorkWorld, orderId: string): Promise<Attempt> {
  const url = `/records/order/${orderId}/files?name=${crypto.randomUUID()}.txt`
  const added = await office.call(otto, 'POST', url, { body: { text: SECRET } })
  assert.equal(added.status, 201, JSON.stringify(added.body))
  const companyId = await office.company(`Agency ${added.body.id}`)
  return { params: { id: added.body.id }, body: { companyId } }
}
const ofThreadFile: Touch = {
  own: async (world) => ({ ...(await ofThread({ text: 'Look' }).own(world)), query: { name: 'a.txt' } }),
  foreign: async (world) => ({
    params: { id: (await thread(world, world.otto, world.italianOrder)).id },
    body: { text: 'Look' },
    query: { name: 'a.txt' },
  }),
}

const ofComment = (body?: unknown): Touch => {
  const made = async (world: WorkWorld, who: SignedIn, orderId: string): Promise<Attempt> => {
    const [comment] = (await thread(world, who, orderId)).comments
    return { params: { id: comment?.id ?? '' }, ...(body ? { body } : {}) }
  }
  return {
    own: (world) => made(world, world.ines, world.spanishOrder),
    foreign: (world) => made(world, world.otto, world.italianOrder),
  }
}

/** Somebody is mentioned, and has it in their inbox. */
const ofItem = (body?: unknown, closed = false): Touch => {
  const made = async (world: WorkWorld, who: SignedIn): Promise<Attempt> => {
    const { office } = world
    const asking = await office.person('owner')
    await make(world, asking, '/threads', {
      record: { type: 'order', id: world.spanishOrder },
      body: 'Look',
      mentions: [{ kind: 'staff', id: who.id }],
    })
    const [item] = (await office.call(who, 'GET', '/inbox?kind=mention')).body.items
    if (closed) await move(world, who, `/inbox/items/${item.id}/closure`, undefined)
    return { params: { id: item.id }, ...(body ? { body } : {}) }
  }
  return { own: (world) => made(world, world.ines), foreign: (world) => made(world, world.otto) }
}

let days = 0
/** Days of their own, so that no plan meets another. */
const nextDay = () => new Date(Date.UTC(2031, 0, 1) + 7 * ++days * 86_400_000).toISOString().slice(0, 10)
const planWish = (markets: readonly string[], title = markets.includes('es') ? 'In Spain' : SECRET) => {
  const on = nextDay()
  return { kind: 'other', title, time: { allDay: true, fromOn: on, toOn: on }, markets }
}
const ofNewPlan: Touch = {
  own: async () => ({ body: planWish(['es']) }),
  foreign: async () => ({ body: planWish(['it']) }),
}
const ofPlan = (body: (markets: readonly string[]) => unknown): Touch => {
  const made = async (world: WorkWorld, markets: readonly string[]): Promise<Attempt> => {
    const { id, version } = await make(world, world.otto, '/plans', planWish(markets))
    return { params: { id }, version, body: body(markets) }
  }
  return { own: (world) => made(world, ['es']), foreign: (world) => made(world, ['it']) }
}

async function collision(world: WorkWorld, owner: SignedIn, market: string): Promise<Attempt> {
  const { id: planId } = await make(world, owner, '/plans', planWish([market]))
  const [row] = await world.office.house.asOwner<{ id: string }>(
    `INSERT INTO work.plan_collision (id, rule, plan_id, severity, found_at)
    VALUES (gen_random_uuid(), 'work.on_holiday', $1, 'warn', now()) RETURNING id`,
    [planId],
  )
  return { params: { id: row?.id ?? '' }, body: { word: 'We know' } }
}

const recurrence = (unit: string, title: string) => ({
  title,
  assignee: { kind: 'unit', id: unit },
  rule: { every: 'day' },
  dueTime: '17:00',
  startsOn: '2031-01-01',
})
const ofRecurrence = (body?: (world: WorkWorld) => unknown, paused = false): Touch => {
  const made = async (world: WorkWorld, unit: string): Promise<Attempt> => {
    const kept = await make(
      world,
      world.otto,
      '/recurrences',
      recurrence(unit, unit === world.sales ? 'For Sales' : SECRET),
    )
    const { id } = kept
    const pause = { body: { reason: 'Summer' }, version: kept.version }
    const version = paused
      ? (await world.office.call(world.otto, 'POST', `/recurrences/${id}/pause`, pause)).body.version
      : kept.version
    return { params: { id }, version, ...(body ? { body: body(world) } : {}) }
  }
  return { own: (world) => made(world, world.sales), foreign: (world) => made(world, world.stock) }
}

/** Every party of a template is one department. */
async function projectWish({ office, otto }: WorkWorld, unit: string, title: string) {
  const { items } = (await office.call(otto, 'GET', '/ready-templates')).body
  const { parties } = items.find((one: { id: string }) => one.id === 'month_end')
  const assignees = parties.map(({ key }: { key: string }) => ({ party: key, assignee: { kind: 'unit', id: unit } }))
  return { template: 'month_end', title, keyOn: '2031-01-31', assignees }
}
const project = (who: (world: WorkWorld) => SignedIn): Making => {
  return async (world) => {
    const own = who(world) === world.ines
    const { id, version } = await make(
      world,
      who(world),
      '/projects',
      await projectWish(world, own ? world.sales : world.stock, own ? 'Mine' : SECRET),
    )
    return { params: { id }, version, body: { title: 'Called otherwise', keyOn: '2031-01-31' } }
  }
}

const feed = (who: (world: WorkWorld) => SignedIn): Making => {
  return async (world) => {
    const { id } = await make(world, who(world), '/calendar-feeds', { name: 'Mine' })
    return { params: { id } }
  }
}

const aboutOrder = (order: (world: WorkWorld) => string, more: object): Making => {
  return async (world) => ({ body: { record: { type: 'order', id: order(world) }, ...more } })
}
const ask = ({ id }: SignedIn) => ({ title: 'Look at it', assignee: { kind: 'staff', id } })

export const touches: Readonly<Record<string, Touch>> = {
  makeTodo: {
    own: async (world) => aboutOrder(({ spanishOrder }) => spanishOrder, ask(world.ines))(world),
    foreign: async (world) => aboutOrder(({ italianOrder }) => italianOrder, ask(world.otto))(world),
  },
  changeTodo: ofTodo(undefined, () => ({ title: 'Called otherwise' })),
  takeTodo: ofTodo(undefined, () => ({})),
  giveBackTodo: ofTodo(taken, () => ({})),
  completeTodo: ofTodo(taken, () => ({})),
  dropTodo: ofTodo(taken, reason),
  reopenTodo: ofTodo(done, reason),
  handOverTodo: ofTodo(taken, ({ third }) => ({ toUnit: third })),
  acceptTodo: ofHandover(),
  sendBackTodo: ofHandover(reason),
  addTodoCheck: ofTodo(undefined, () => ({ text: 'And this' })),
  tickTodoCheck: ofCheck({ done: true }),
  removeTodoCheck: ofCheck(),
  readInboxItems: { own: async () => ({ body: {} }) },
  closeInboxItem: ofItem(),
  reopenInboxItem: ofItem(undefined, true),
  snoozeInboxItem: ofItem({ until: '2031-01-01T09:00:00.000Z' }),
  chooseInboxMails: { own: async () => ({ body: { mentions: 'never' } }) },
  beginThread: {
    own: aboutOrder(({ spanishOrder }) => spanishOrder, { body: 'Hola' }),
    foreign: aboutOrder(({ italianOrder }) => italianOrder, { body: 'Ciao' }),
  },
  addComment: ofThread({ body: 'And?' }),
  shareThread: ofThread({ companyId: null }),
  shareFile: ofFile,
  addThreadFile: ofThreadFile,
  editComment: ofComment({ body: 'Said otherwise' }),
  deleteComment: ofComment(),
  checkPlan: ofNewPlan,
  createPlan: ofNewPlan,
  changePlan: ofPlan((markets) => planWish(markets, 'Called otherwise')),
  movePlan: ofPlan(() => ({ time: { allDay: true, fromOn: '2030-06-01', toOn: '2030-06-01' } })),
  withdrawPlan: ofPlan(reason),
  answerPlanCollision: {
    own: (world) => collision(world, world.ines, 'es'),
    foreign: (world) => collision(world, world.otto, 'it'),
  },
  openCalendarFeed: { own: async () => ({ body: { name: 'Mine' } }) },
  closeCalendarFeed: { own: feed(({ ines }) => ines), foreign: feed(({ otto }) => otto) },
  makeRecurrence: { own: async ({ sales }) => ({ body: recurrence(sales, 'For Sales') }) },
  changeRecurrence: ofRecurrence(({ sales }) => recurrence(sales, 'Called otherwise')),
  pauseRecurrence: ofRecurrence(reason),
  resumeRecurrence: ofRecurrence(undefined, true),
  makeProject: { own: async (world) => ({ body: await projectWish(world, world.sales, 'Mine') }) },
  changeProject: { own: project(({ ines }) => ines), foreign: project(({ otto }) => otto) },
}
