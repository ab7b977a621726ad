/**
 * A shopper looks at a product of the demo shop: from the cache of pages, as most do, and rendered anew. Beside it, raw
 * node:http sends the same bytes under the same headers. All run as processes of their own, asked by another one.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findProductByHandle } from '../server/src/departments/catalog/index.ts'
import { listMarkets } from '../server/src/departments/organisation/index.ts'
import { loadProductOffers } from '../server/src/departments/pricing/index.ts'
import { openDatabase } from '../server/src/host/database/pool.ts'
import { appUrlOf } from '../server/src/host/organisations/app-role.ts'
import { runChild, startChild, type Serving } from './frame/child.ts'
import { cpuOf, cpuOfFamily, cpuOfThisProgram } from './frame/cpu.ts'
import { DEMO_DATABASE, serveDemo } from './frame/demo-house.ts'
import { loadClient } from './frame/load-client.ts'
import { rawServer, type RawAnswer } from './frame/raw-server.ts'
import { measureInTurns } from './frame/rounds.ts'
import type { BenchContext, Cost, Ground, Row } from './frame/row.ts'

export const name = 'product-page'
export const what = 'a product of the demo shop, cached and uncached, against raw node:http with the same bytes'

const CONNECTIONS = 16
const AS_BROWSERS_ASK = 'Accept-Encoding: gzip, deflate, br, zstd'

interface Way {
  readonly subject: string
  /** A number that never repeats in the address misses the cache. */
  readonly suffix: string
  readonly requests: number
  readonly goal: number
}

const ways: readonly Way[] = [
  { subject: 'product page, cached', suffix: '', requests: 20_000, goal: 0.6 },
  { subject: 'product page, uncached', suffix: '?n={n}', requests: 2_000, goal: 0.2 },
]

export async function run(ctx: BenchContext): Promise<readonly Row[]> {
  const ground = await ctx.openGround()
  const house = await serveDemo(ctx, ground)
  try {
    const path = await someProduct(house)
    const rows = []
    for (const way of ways) rows.push(await measure(ctx, { ground, house, path, way }))
    return [...rows, await measureQuestions(ctx, ground, path)]
  } finally {
    await house.stop()
  }
}

interface Bench {
  readonly ground: Ground
  readonly house: Serving
  readonly path: string
  readonly way: Way
}

async function measure(ctx: BenchContext, { ground, house, path, way }: Bench): Promise<Row> {
  const answer = await sample(house, path + way.suffix)
  const folder = mkdtempSync(join(tmpdir(), 'fondaco-bench-raw-'))
  const file = join(folder, 'answer.json')
  writeFileSync(file, JSON.stringify(answer))
  const raw = await startChild(rawServer, [file])
  const requests = Math.ceil(way.requests * ctx.scale)
  try {
    const { ours, limit } = await measureInTurns({
      rounds: ctx.rounds,
      sides: {
        ours: () => ask({ server: house, path: path + way.suffix, requests, postmasterPid: ground.postmasterPid }),
        limit: () => ask({ server: raw, path, requests: Math.max(requests, 10_000 * ctx.scale) }),
      },
    })
    const bytes = Buffer.from(answer.body, 'base64').length
    return {
      subject: way.subject,
      cost: ours,
      limit: { what: `raw node:http, ${bytes} bytes, ${answer.headers.length / 2} headers`, cost: limit },
      goal: way.goal,
      notes: [`median of ${ctx.rounds} rounds of ${requests} requests over ${CONNECTIONS} connections: ${path}`],
    }
  } finally {
    await raw.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Asking {
  readonly server: Serving
  readonly path: string
  readonly requests: number
  readonly postmasterPid?: number
}

async function ask({ server, path, requests, postmasterPid }: Asking): Promise<Cost> {
  const postgresNow = () => (postmasterPid === undefined ? 0 : cpuOfFamily(postmasterPid))
  const before = { program: cpuOf(server.pid), postgres: postgresNow() }
  const args = [String(server.port), path, String(requests), String(CONNECTIONS), AS_BROWSERS_ASK]
  const { seconds } = await runChild<{ seconds: number }>(loadClient, args)
  const programUs = (cpuOf(server.pid) - before.program) / requests
  const postgresUs = (postgresNow() - before.postgres) / requests
  const cost = { perSecond: requests / seconds, programUs, totalUs: programUs + postgresUs }
  return postmasterPid === undefined ? cost : { ...cost, postgresUs }
}

async function someProduct(house: Serving): Promise<string> {
  const page = await (await fetch(`http://localhost:${house.port}/en/products`)).text()
  const path = /href="(\/en\/products\/[^"?]+)"/.exec(page)?.[1]
  if (path === undefined) throw new Error('the demo shop shows no product')
  return path
}

/** An answer as it comes in the long run: packed, once the cache has packed it. */
async function sample(house: Serving, path: string): Promise<RawAnswer> {
  for (let time = 0; time < 3; time++) {
    await answerOf(house, path.replace('{n}', '0'))
    await wait(300)
  }
  return answerOf(house, path.replace('{n}', '1'))
}

const QUESTIONS_A_ROUND = 3_000

/** What a page that is rendered anew asks the database, with no page around it: the floor under the uncached figure. */
async function measureQuestions(ctx: BenchContext, ground: Ground, path: string): Promise<Row> {
  const handle = path.split('/').at(-1) ?? ''
  const url = appUrlOf(ground.ownerUrl(DEMO_DATABASE))
  const database = openDatabase({ url, max: 10, applicationName: 'fondaco bench' })
  const each = Math.ceil(QUESTIONS_A_ROUND * ctx.scale)
  const [market] = await listMarkets(database)
  if (!market) throw new Error('the demo shop has no market')
  const { currency, locationCode } = market
  const counter = { currency, locationCode, market: market.code, channel: 'web', groups: [], now: new Date() }
  const readPage = () =>
    Promise.all([
      findProductByHandle(database, handle, { locale: 'en', publishedOnly: true }),
      loadProductOffers(database, { handle, ...counter }),
    ])
  const round = async (): Promise<Cost> => {
    const before = { program: cpuOfThisProgram(), postgres: cpuOfFamily(ground.postmasterPid), at: performance.now() }
    let left = each
    const reader = async (): Promise<void> => {
      while (left-- > 0) await readPage()
    }
    await Promise.all(Array.from({ length: CONNECTIONS }, reader))
    const programUs = (cpuOfThisProgram() - before.program) / each
    const postgresUs = (cpuOfFamily(ground.postmasterPid) - before.postgres) / each
    const perSecond = (each * 1000) / (performance.now() - before.at)
    return { perSecond, programUs, postgresUs, totalUs: programUs + postgresUs }
  }
  try {
    const { questions } = await measureInTurns({ rounds: ctx.rounds, sides: { questions: round } })
    return { subject: 'its two questions alone', cost: questions }
  } finally {
    await database.close()
  }
}

/** Headers that node:http adds by itself. */
const BY_NODE = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding'])

function answerOf({ port }: Serving, path: string): Promise<RawAnswer> {
  const [headerName = '', headerValue = ''] = AS_BROWSERS_ASK.split(': ')
  return new Promise((resolve, reject) => {
    const asked = request(
      { port, host: '127.0.0.1', path, headers: { host: 'localhost', [headerName]: headerValue } },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          if (answer.statusCode !== 200) return reject(new Error(`${path} answered ${answer.statusCode}`))
          const pairs = Array.from({ length: answer.rawHeaders.length / 2 }, (_, index) =>
            answer.rawHeaders.slice(2 * index, 2 * index + 2),
          )
          const headers = pairs.filter(([header = '']) => !BY_NODE.has(header.toLowerCase())).flat()
          resolve({ headers, body: Buffer.concat(chunks).toString('base64') })
        })
      },
    )
    asked.on('error', reject)
    asked.end()
  })
}
