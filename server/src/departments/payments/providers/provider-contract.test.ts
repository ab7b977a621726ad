/** What the shop relies on with every provider, asked of each: the development provider, and Stripe as Stripe itself describes it. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { money, type Money } from '../../../kernel/money.ts'
import type { KeptCharge, KeptMethod, KeptOutcome } from '../domain/kept-method.ts'
import type { NewSession, ProviderPayment, ProviderSession } from '../domain/provider.ts'
import { must, stages, type Signed, type Stage } from '../testing/provider-stages.ts'

for (const [name, open] of Object.entries(stages)) {
  describe(name, () => {
    let stage: Stage
    before(async () => {
      stage = await open()
    })
    after(() => stage.close())

    const euros = (amount: bigint): Money => money(amount, 'EUR')
    const wish = (changes: Partial<NewSession> = {}): NewSession => ({
      reference: randomUUID(),
      amount: euros(5990n),
      capture: 'at_once',
      returnUrl: 'https://shop.example/return',
      cancelUrl: 'https://shop.example/cancel',
      description: 'Bottega · 100001',
      locale: 'it',
      ...changes,
    })
    const opened = async (input: NewSession) =>
      must(await stage.provider.createSession(input, `${input.reference}:session:1`))
    const found = async ({ reference }: NewSession, session: ProviderSession, nameless = false) => {
      const sessionIds = nameless ? [] : [session.id]
      const payments = await stage.provider.findPayments({ reference, sessionIds, paymentIds: [], nameless })
      return payments.filter(({ authorised }) => authorised > 0n)
    }
    const paid = async (changes: Partial<NewSession> = {}): Promise<ProviderPayment> => {
      const input = wish(changes)
      const session = await opened(input)
      await stage.pay(session)
      const [payment] = await found(input, session)
      return payment ?? assert.fail('nothing was paid')
    }
    const sums = ({ authorised, released, captures, refunds }: ProviderPayment) => ({
      authorised,
      released,
      captured: total(captures),
      refunded: total(refunds),
    })

    test('a page is opened once under its key, paid, and found by its name or, where that was lost, by our reference', async () => {
      const input = wish()
      const session = await opened(input)
      assert.equal(session.state, 'open')
      assert.equal((await opened(input)).id, session.id)
      await stage.decline(session)
      assert.deepEqual(await found(input, session), [])
      assert.equal(must(await stage.provider.getSession(session.id)).state, 'open')
      await stage.pay(session)
      assert.equal(must(await stage.provider.getSession(session.id)).state, 'completed')
      for (const nameless of [false, true]) {
        const [payment, ...more] = await found(input, session, nameless)
        assert.ok(payment)
        assert.deepEqual([more.length, payment.reference, payment.currency], [0, input.reference, 'EUR'])
        assert.equal(payment.authentication ?? 'not_asked', 'not_asked')
        assert.deepEqual(sums(payment), { authorised: 5990n, released: 0n, captured: 5990n, refunded: 0n })
        assert.deepEqual(must(await stage.provider.getPayment(payment.id)), payment)
      }
    })

    test('a page that is closed cannot be paid; one that was paid cannot be closed; one that is not there is said to be', async () => {
      const session = await opened(wish())
      assert.equal(must(await stage.provider.expireSession(session.id)).state, 'expired')
      assert.equal(must(await stage.provider.getSession(session.id)).state, 'expired')
      await assert.rejects(stage.pay(session))
      const other = await opened(wish())
      await stage.pay(other)
      assert.deepEqual(await stage.provider.expireSession(other.id), { ok: false, code: 'session_completed' })
      const nowhere = session.id.replace(/.{4}$/, 'none')
      assert.deepEqual(await stage.provider.expireSession(nowhere), { ok: false, code: 'session_not_found' })
      assert.equal((await stage.provider.getPayment('pi_none')).ok, false)
    })

    test('what is held is taken in part, never more; what is left is let go', async () => {
      const { id, ...held } = await paid({ capture: 'on_shipment' })
      assert.deepEqual(sums({ id, ...held }), { authorised: 5990n, released: 0n, captured: 0n, refunded: 0n })
      const take = (amount: bigint, key: string) =>
        stage.provider.capture(id, { amount: euros(amount), reference: key }, `${id}:${key}`)
      assert.equal((await take(5991n, 'more')).ok, false)
      const first = must(await take(2000n, 'one'))
      assert.equal(total(first.captures), 2000n)
      assert.equal(total(must(await take(2000n, 'one')).captures), 2000n, 'the same key takes once')
      assert.equal((await take(1000n, 'two')).ok, held.capturesInParts)
      await stage.provider.void(id, `${id}:void`)
      const last = must(await stage.provider.getPayment(id))
      const captured = held.capturesInParts ? 3000n : 2000n
      assert.deepEqual(sums(last), { authorised: 5990n, released: 5990n - captured, captured, refunded: 0n })
      assert.equal((await take(1n, 'three')).ok, false)
    })

    test('where it was asked for, what is held is taken in parts, each known by our name of it; after the last nothing is left', async () => {
      const { id, ...held } = await paid({ capture: 'on_shipment', inParts: true })
      assert.equal(held.capturesInParts, true)
      const take = (amount: bigint, reference: string, last = false) =>
        stage.provider.capture(
          id,
          { amount: euros(amount), reference, last, wantedAt: new Date('2026-11-22T10:00:00Z') },
          `capture:${reference}`,
        )
      const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()]
      must(await take(2000n, one))
      must(await take(2000n, one))
      const both = must(await take(1500n, two))
      assert.deepEqual(sums(both), { authorised: 5990n, released: 0n, captured: 3500n, refunded: 0n })
      assert.deepEqual(
        both.captures.map(({ reference, amount }) => [reference, amount]).toSorted(),
        [
          [one, 2000n],
          [two, 1500n],
        ].toSorted(),
      )
      assert.equal(new Set(both.captures.map(({ ref }) => ref)).size, 2)
      assert.equal((await take(2491n, randomUUID())).ok, false, 'never more than is held')
      must(await take(2000n, three, true))
      await stage.provider.void(id, `${id}:void`)
      const last = must(await stage.provider.getPayment(id))
      assert.deepEqual(sums(last), { authorised: 5990n, released: 490n, captured: 5500n, refunded: 0n })
      assert.deepEqual(
        last.captures.slice(0, 2).map(({ ref }) => ref),
        both.captures.map(({ ref }) => ref),
        'a part keeps its name',
      )
      assert.equal((await take(1n, randomUUID())).ok, false)
    })

    test('what was taken in parts is let go of half way', async () => {
      const { id } = await paid({ capture: 'on_shipment', inParts: true })
      const part = { amount: euros(1000n), reference: randomUUID(), last: false }
      must(await stage.provider.capture(id, part, `capture:${part.reference}`))
      must(await stage.provider.void(id, `${id}:void`))
      const last = must(await stage.provider.getPayment(id))
      assert.deepEqual(sums(last), { authorised: 5990n, released: 4990n, captured: 1000n, refunded: 0n })
    })

    test('what is held is taken whole, or let go whole', async () => {
      const taken = await paid({ capture: 'on_shipment' })
      const whole = { amount: euros(5990n), reference: 'all' }
      const afterwards = must(await stage.provider.capture(taken.id, whole, `${taken.id}:all`))
      assert.deepEqual(sums(afterwards), { authorised: 5990n, released: 0n, captured: 5990n, refunded: 0n })
      const letGo = await paid({ capture: 'on_shipment' })
      const released = must(await stage.provider.void(letGo.id, `${letGo.id}:void`))
      assert.deepEqual(sums(released), { authorised: 5990n, released: 5990n, captured: 0n, refunded: 0n })
      assert.equal((await stage.provider.capture(letGo.id, whole, `${letGo.id}:all`)).ok, false)
    })

    test('money goes back in parts, each once, and never more than was taken', async () => {
      const { id } = await paid()
      const give = (amount: bigint, reference: string) =>
        stage.provider.refund(id, { amount: euros(amount), reference }, `refund:${reference}`)
      const [one, two] = [randomUUID(), randomUUID()]
      must(await give(1500n, one))
      must(await give(1500n, one))
      assert.equal((await give(4491n, randomUUID())).ok, false)
      const all = must(await give(4490n, two))
      assert.deepEqual(
        all.refunds.map(({ reference, amount, state }) => [reference, amount, state]).toSorted(),
        [
          [one, 1500n, 'succeeded'],
          [two, 4490n, 'succeeded'],
        ].toSorted(),
      )
      assert.equal((await give(1n, randomUUID())).ok, false)
      assert.deepEqual(sums(all), { authorised: 5990n, released: 0n, captured: 5990n, refunded: 5990n })
    })

    for (const fault of ['timeout_before', 'timeout_after', 'error_500_before', 'error_500_after'] as const) {
      test(`${fault}: an outage, never a yes or a no; asked again under the same key it is done once`, async () => {
        const input = wish({ capture: 'on_shipment' })
        await stage.fault('session', fault)
        await assert.rejects(opened(input), { name: 'Outage' })
        const session = await opened(input)
        assert.equal((await opened(input)).id, session.id)
        await stage.pay(session)
        await stage.fault('get', fault)
        await assert.rejects(found(input, session), { name: 'Outage' })
        const [payment] = await found(input, session)
        assert.ok(payment)
        const movement = { amount: euros(5990n), reference: randomUUID() }
        for (const act of ['capture', 'refund'] as const) {
          await stage.fault(act, fault)
          const ask = () => stage.provider[act](payment.id, movement, `${act}:${payment.id}`)
          await assert.rejects(ask(), { name: 'Outage' })
          must(await ask())
        }
        const end = must(await stage.provider.getPayment(payment.id))
        assert.deepEqual(sums(end), { authorised: 5990n, released: 0n, captured: 5990n, refunded: 5990n })
        assert.deepEqual([end.captures.length, end.refunds.length], [1, 1])
      })
    }

    test('a wrong amount is told as it is; a state that nobody knows is no answer', async () => {
      const { id } = await paid({ capture: 'on_shipment' })
      await stage.fault('capture', 'wrong_amount')
      const taken = await stage.provider.capture(id, { amount: euros(5990n), reference: 'all' }, `${id}:all`)
      assert.equal(total(must(taken).captures), 5989n)
      await stage.fault('refund', 'wrong_amount')
      const reference = randomUUID()
      const back = must(await stage.provider.refund(id, { amount: euros(100n), reference }, reference))
      assert.deepEqual(
        back.refunds.map((refund) => [refund.reference, refund.amount]),
        [[reference, 99n]],
      )
      await stage.fault('get', 'unknown_state')
      await assert.rejects(stage.provider.getPayment(id), { name: 'Outage' })
      assert.equal((await stage.provider.getPayment(id)).ok, true)
    })

    test('what changed since is listed, oldest change first, with refunds of what is old', async () => {
      const since = new Date(Date.now() - 1000)
      const first = await paid()
      const second = await paid()
      await stage.provider.refund(first.id, { amount: euros(10n), reference: randomUUID() }, randomUUID())
      const all: ProviderPayment[] = []
      for (let afterwards: string | null = null; ;) {
        const page = await stage.provider.listPaymentsSince(since, afterwards)
        all.push(...page.payments)
        if (page.next === null) break
        afterwards = page.next
      }
      const mine = all.filter(({ id }) => id === first.id || id === second.id)
      assert.deepEqual(new Set(mine.map(({ id }) => id)), new Set([first.id, second.id]))
      assert.deepEqual(
        mine.map((one) => one.updatedAt.getTime()),
        mine.map((one) => one.updatedAt.getTime()).toSorted(),
      )
      assert.equal(total(mine.find(({ id }) => id === first.id)?.refunds ?? []), 10n)
      const later = await stage.provider.listPaymentsSince(new Date(Date.now() + 60_000), null)
      assert.deepEqual(later.payments, [])
    })

    test('events: genuine ones name their payment; forged, stale, early and unreadable ones are refused', () => {
      const reference = randomUUID()
      const at = new Date()
      const read = (event: Signed, now = at) =>
        stage.provider.verifyWebhook({ body: event.body, header: (key) => event.headers[key] }, now)
      const genuine = read(stage.event(reference, { at }))
      assert.equal(genuine.ok && genuine.value.reference, reference)
      const refusal = (result: ReturnType<typeof read>) => (result.ok ? '' : result.refusal.code)
      const forged = stage.event(reference, { at, secret: 'another' })
      const { headers } = stage.event(reference, { at })
      const minutes = (n: number) => new Date(at.getTime() + n * 60_000)
      assert.equal(refusal(read(forged)), 'payments.webhook_forged')
      assert.equal(refusal(read({ body: stage.event(randomUUID(), { at }).body, headers })), 'payments.webhook_forged')
      assert.equal(refusal(read({ body: forged.body, headers: {} })), 'payments.webhook_forged')
      assert.equal(refusal(read(stage.event(reference, { at }), minutes(6))), 'payments.webhook_stale')
      assert.equal(refusal(read(stage.event(reference, { at }), minutes(-6))), 'payments.webhook_stale')
      assert.equal(read(stage.event(reference, { at }), minutes(4)).ok, true)
    })

    test('a dispute takes the money, is answered once whatever befalls the line, and gives it back when it is won', async () => {
      const payment = await paid()
      const since = new Date(Date.now() - 60_000)
      const id = await stage.dispute(payment.id)
      const opened = must(await stage.provider.getDispute(id))
      assert.deepEqual(
        [opened.paymentId, opened.reference, opened.state, opened.inquiry, opened.answered, opened.amount],
        [payment.id, payment.reference, 'needs_response', false, false, 5990n],
      )
      assert.deepEqual(
        opened.movements.map(({ amount, fee, currency }) => [amount, fee > 0n, currency]),
        [[-5990n, true, 'EUR']],
      )
      assert.ok(opened.dueAt !== null && opened.dueAt > since)
      const listed = await stage.provider.listDisputesSince(since)
      assert.deepEqual(
        listed.find((one) => one.id === id),
        opened,
      )
      const file = { name: 'proof.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7') }
      const receipt = must(await stage.provider.uploadEvidence(file, `${id}:file`))
      const evidence = { texts: { customerName: 'Mirandolina', other: 'It arrived.' }, files: { receipt } }
      const send = () => stage.provider.sendEvidence(id, evidence, `${id}:answer`)
      for (const fault of ['timeout_after', 'error_500_before'] as const) {
        await stage.fault('dispute', fault)
        await assert.rejects(send(), { name: 'Outage' })
      }
      assert.equal(must(await send()).state, 'under_review')
      assert.equal(must(await stage.provider.getDispute(id)).answered, true)
      assert.equal((await stage.provider.acceptDispute(id, `${id}:late`)).ok, false)
      await stage.decide(id, 'won')
      const won = must(await stage.provider.getDispute(id))
      assert.deepEqual([won.state, won.movements.reduce((sum, { amount }) => sum + amount, 0n)], ['won', 0n])
    })

    test('a dispute that is accepted is lost', async () => {
      const id = await stage.dispute((await paid()).id)
      assert.equal(must(await stage.provider.acceptDispute(id, `${id}:accept`)).state, 'lost')
      assert.equal((await stage.provider.getDispute(id.replace(/.$/, '9'))).ok, false)
    })

    const keep = async (bank: 'yes' | 'asks' | 'no'): Promise<KeptMethod> => {
      const customer = must(await stage.provider.createCustomer(randomUUID(), randomUUID()))
      const input = wish({ keep: { customer, later: true } })
      const session = await opened(input)
      await stage.payToKeep(session, bank)
      const [payment] = await found(input, session)
      assert.deepEqual([payment?.kept?.customer, payment?.kept?.last4.length], [customer, 4])
      return payment?.kept ?? assert.fail('nothing was kept')
    }
    const chargeOf = ({ ref, customer }: KeptMethod, present: boolean): KeptCharge => {
      const { keep: _, ...rest } = wish()
      return { ...rest, method: ref, customer, present }
    }
    const held = async ({ reference }: KeptCharge, { sessionId, paymentId }: Partial<KeptOutcome> = {}) => {
      const known = { reference, sessionIds: sessionId ? [sessionId] : [], paymentIds: paymentId ? [paymentId] : [] }
      const payments = await stage.provider.findPayments({ ...known, nameless: !sessionId && !paymentId })
      return payments.filter(({ authorised }) => authorised > 0n)
    }

    test('what was paid by is kept where the shopper agreed, and charged once under its key, whatever befalls the line', async () => {
      assert.equal((await paid()).kept ?? null, null)
      const method = await keep('yes')
      const input = chargeOf(method, false)
      const ask = (key = 'one') => stage.provider.chargeKept(input, `${input.reference}:${key}`)
      for (const fault of ['timeout_before', 'error_500_after'] as const) {
        await stage.fault('charge', fault)
        await assert.rejects(ask(), { name: 'Outage' })
      }
      const done = must(await ask())
      assert.equal(done.state, 'done')
      assert.deepEqual(must(await ask()), done)
      for (const known of [done, {}]) {
        const [payment, ...more] = await held(input, known)
        assert.deepEqual(
          [payment?.reference, payment && sums(payment).captured, more.length],
          [input.reference, 5990n, 0],
        )
      }
    })

    test('a bank that wants the shopper: on its page if they are there, else it says so; a no is told as one', async () => {
      const method = await keep('asks')
      assert.deepEqual(await stage.provider.chargeKept(chargeOf(method, false), randomUUID()), {
        ok: false,
        code: 'authentication_required',
      })
      const input = chargeOf(method, true)
      const asked = must(await stage.provider.chargeKept(input, input.reference))
      assert.equal(asked.state, 'confirm')
      assert.deepEqual(await held(input, asked), [])
      await stage.confirm(asked)
      assert.equal((await held(input, asked)).length, 1)
      const refused = chargeOf(await keep('no'), true)
      assert.deepEqual(await stage.provider.chargeKept(refused, refused.reference), {
        ok: false,
        code: 'card_declined',
      })
      assert.deepEqual(await held(refused), [])
    })

    test('what is kept is forgotten, alone or with its customer; asked again it is forgotten still', async () => {
      const method = await keep('yes')
      for (const again of ['one', 'two']) must(await stage.provider.forgetMethod(method.ref, `${method.ref}:${again}`))
      assert.equal((await stage.provider.chargeKept(chargeOf(method, false), randomUUID())).ok, false)
      const other = await keep('yes')
      for (const again of ['one', 'two'])
        must(await stage.provider.forgetCustomer(other.customer, `${other.customer}:${again}`))
      assert.equal((await stage.provider.chargeKept(chargeOf(other, true), randomUUID())).ok, false)
    })

    test('nothing that was asked or answered was against the description', () => stage.check())
  })
}

const total = (movements: ProviderPayment['captures']): bigint =>
  movements.filter(({ state }) => state === 'succeeded').reduce((sum, { amount }) => sum + amount, 0n)
