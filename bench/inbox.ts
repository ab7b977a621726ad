/**
 * The inboxes of a large house: a hundred thousand open to-dos among ten thousand people, asked over the real route as a
 * screen asks. The badge is asked on every page of the office by everybody, so it is measured beside the views.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildHouseServer } from '../server/src/apps/server.ts'
import { staffDirectory } from '../server/src/apps/staff-directory.ts'
import { createStaff, loadReadyMadeRoles } from '../server/src/departments/people/index.ts'
import { fillInbox, fillPeople, readNearlyAll } from '../server/src/departments/work/testing/fill-inbox.ts'
import { openSession } from '../server/src/host/auth/sessions.ts'
import { silentLog } from '../server/src/host/log/log.ts'
import { ok } from '../server/src/kernel/result.ts'
import { must } from '../server/src/testing/scene.ts'
import { measureQuestion } from './frame/questions.ts'
import type { BenchContext, Row } from './frame/row.ts'
import { openBenchShop, type BenchShop } from './frame/shop.ts'

export const name = 'inbox'
export const what = 'views and badge of the inbox with 100,000 open to-dos among 10,000 people'

const TODOS = 100_000
const PEOPLE = 10_000
const BUDGET_MS = 100

type Ask = (path: string) => Promise<{ readonly items?: readonly unknown[] }>

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const shop = await openBenchShop({ ground, name: 'bench_inbox', connections: 4, products: 5 })
  const dataFolder = mkdtempSync(join(tmpdir(), 'fondaco-bench-inbox-'))
  const { blueprint, owner } = shop
  const house = {
    ...shop.house,
    ports: { staff: staffDirectory, records: blueprint.records, plans: blueprint.plans },
  }
  const app = buildHouseServer({
    blueprint,
    findHouse: async () => house,
    log: silentLog,
    publicUrl: 'http://localhost',
    trustProxy: false,
    dataFolder,
  })
  try {
    const [todos, people] = [Math.round(TODOS * ctx.scale), Math.round(PEOPLE * ctx.scale)]
    ctx.say(`Asking ${people} people for ${todos} things.`)
    await owner.query(fillPeople(people))
    await owner.query(fillInbox({ todos, people }))
    const agent = await signIn(shop, 'agent')
    const diligent = await signIn(shop, 'diligent')
    await owner.query(readNearlyAll(diligent.id))
    await owner.query('VACUUM ANALYZE')
    const asking =
      (token: string): Ask =>
      async (path) => {
        const answer = await app.inject({ url: `/api${path}`, headers: { authorization: `Bearer ${token}` } })
        if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode} ${answer.body}`)
        return answer.json() as { items?: readonly unknown[] }
      }
    const rows: Row[] = []
    for (const [subject, ask] of questionsFor(asking(agent.token), asking(diligent.token)))
      rows.push(await measureQuestion(ctx, ground, { subject, budgetMs: BUDGET_MS, ask }))
    return rows
  } finally {
    await app.close()
    await shop.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** Somebody with two roles, whose inboxes hold an eighth of everything each. */
async function signIn({ house, blueprint }: BenchShop, who: string): Promise<{ id: string; token: string }> {
  return must(
    await house.run(async (ctx) => {
      must(await loadReadyMadeRoles(ctx, blueprint.permissions))
      const roles = ['care_agent', 'picker']
      const { id } = must(await createStaff(ctx, { name: who, email: `${who}@village.example`, roles }))
      return ok({ id, token: openSession(ctx, { kind: 'staff', id }) })
    }),
  )
}

function questionsFor(agent: Ask, diligent: Ask): readonly (readonly [string, () => Promise<unknown>])[] {
  const page = (ask: Ask, path: string) => async () => {
    const { items } = await ask(path)
    if (!items?.length) throw new Error(`${path} is empty`)
  }
  return [
    ['the badge', () => agent('/inbox/count')],
    ['the badge of one who has read nearly all', () => diligent('/inbox/count')],
    ['open', page(agent, '/inbox')],
    ['open, to-dos only', page(agent, '/inbox?kind=todo')],
    ['by due time', page(agent, '/inbox?view=due')],
    ['unread', page(agent, '/inbox?view=unread')],
    ['unread, of one who has read nearly all', page(diligent, '/inbox?view=unread')],
    ['put off', page(diligent, '/inbox?view=snoozed')],
    ['settled', () => agent('/inbox?view=done')],
  ]
}
