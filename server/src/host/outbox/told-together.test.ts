import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ToldTogether } from './told-together.ts'

test('who comes while something is told goes with the next, all in one', async () => {
  const told: (readonly string[])[] = []
  const gates: PromiseWithResolvers<void>[] = []
  const together = new ToldTogether<string>(async (items) => {
    told.push(items)
    const gate = Promise.withResolvers<void>()
    gates.push(gate)
    await gate.promise
  })
  const turn = () => new Promise((resolve) => setImmediate(resolve))
  const first = together.add('a')
  await turn()
  const [second, third] = [together.add('b'), together.add('c')]
  await turn()
  assert.deepEqual(told, [['a']])
  gates[0]?.resolve()
  await first
  await turn()
  assert.deepEqual(told, [['a'], ['b', 'c']])
  // What fails, fails for all that it told, and for nobody behind them.
  const fourth = together.add('d')
  gates[1]?.reject(new Error('away'))
  assert.deepEqual(
    (await Promise.allSettled([second, third])).map(({ status }) => status),
    ['rejected', 'rejected'],
  )
  await turn()
  assert.deepEqual(told.at(-1), ['d'])
  gates[2]?.resolve()
  await fourth
})

test('among others one waits a moment for them, and no longer than until all are there', async () => {
  const told: (readonly string[])[] = []
  const among = (patienceMs: number) =>
    new ToldTogether<string>(
      async (items) => {
        told.push(items)
      },
      { among: 3, patienceMs },
    )
  const brief = among(5)
  await Promise.all([brief.add('a'), brief.add('b')])
  assert.deepEqual(told.splice(0), [['a', 'b']], 'the third is not waited for long')
  const patient = among(600_000)
  const first = [patient.add('a'), patient.add('b')]
  await new Promise((resolve) => setTimeout(resolve, 5))
  assert.deepEqual(told, [])
  await Promise.all([...first, patient.add('c')])
  assert.deepEqual(told, [['a', 'b', 'c']])
})
