/** A shop with two owners and a merchandiser, and what tests of approval do in it over HTTP. */
import assert from 'node:assert/strict'
import { createTestServer, signedInAs, type SignedIn } from '../../../testing/create-test-server.ts'
import { openShop } from '../../../testing/scene.ts'
import { createTestHouse } from '../../../testing/test-house.ts'

export type Body = Record<string, unknown>
export type Good = 'mug' | 'book' | 'scarf' | 'lamp'

export const above15 = {
  act: 'pricing.change_price',
  condition: { kind: 'above_percent', fact: 'change', ppm: 150_000 },
  markets: null,
  roles: ['owner'],
  approvals: 1,
  activeFrom: null,
  activeTo: null,
  note: 'Big price changes',
}

export async function openApprovalScene() {
  const house = await createTestHouse()
  const shop = await openShop(house)
  const app = await createTestServer(house)
  const owner = await signedInAs(house, 'owner')
  const second = await signedInAs(house, 'owner')
  const seller = await signedInAs(house, 'merchandiser')

  async function call(
    who: SignedIn,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    headers: Body = {},
  ) {
    const answer = await app.inject({
      method,
      url: `/api${url}`,
      headers: { ...who.headers, ...headers },
      ...(payload ? { payload } : {}),
    })
    return { status: answer.statusCode, headers: answer.headers, body: answer.json() as Body }
  }

  async function makeRule(rule: object = above15): Promise<string> {
    const made = await call(owner, 'POST', '/approval-rules', rule)
    assert.equal(made.status, 201, JSON.stringify(made.body))
    return String(made.body['id'])
  }

  const endRule = (id: string) => call(owner, 'DELETE', `/approval-rules/${id}`)

  const priceOf = async (good: Good) => {
    const [row] = await house.asOwner<{ amount: string }>(
      `SELECT amount::text FROM pricing.price WHERE variant_id = $1`,
      [shop.variantIds[good]],
    )
    return Number(row?.amount)
  }

  const change = (good: Good, amount: number) => ({
    prices: [{ variantId: shop.variantIds[good], amount: { amount, currency: 'EUR' } }],
  })

  /** The scene's prices were set a moment ago: a day passes. */
  const longAgo = () =>
    house.asOwner(`UPDATE host.audit SET at = at - interval '2 days' WHERE object_type = 'price'`).catch(() => {})

  const decide = (who: SignedIn, id: string, verdict: 'approve' | 'refuse' = 'approve', comment = 'Seen') =>
    call(who, 'POST', `/approvals/${id}/decision`, { verdict, comment })

  /** Asks for a price that the rule holds; answers the request's id. */
  async function hold(good: Good, amount: number, who: SignedIn = seller): Promise<string> {
    const held = await call(who, 'PUT', '/prices', change(good, amount))
    assert.equal(held.status, 202, JSON.stringify(held.body))
    return (held.body['held'] as { id: string }).id
  }

  async function underRule<T>(rule: object, work: () => Promise<T>): Promise<T> {
    const id = await makeRule(rule)
    try {
      return await work()
    } finally {
      await endRule(id)
    }
  }

  const stateOfApproval = async (id: string) => {
    const [row] = await house.asOwner<{ state: string; problem: { code: string } | null; sealed: boolean }>(
      'SELECT state, problem, sealed_input IS NOT NULL AS sealed FROM work.approval WHERE id = $1',
      [id],
    )
    return row
  }

  let made = 0
  /** A price that was set long ago. */
  async function newPrice(amount: number): Promise<string> {
    const variantId = `01920000-0000-7000-8000-${String(++made).padStart(12, '0')}`
    await house.asOwner(
      `INSERT INTO pricing.price (variant_id, currency, amount, updated_at) VALUES ($1, 'EUR', $2, now() - interval '9 days')`,
      [variantId, amount],
    )
    return variantId
  }

  return {
    house,
    shop,
    owner,
    second,
    seller,
    call,
    makeRule,
    endRule,
    underRule,
    priceOf,
    change,
    longAgo,
    decide,
    hold,
    stateOfApproval,
    newPrice,
  }
}
