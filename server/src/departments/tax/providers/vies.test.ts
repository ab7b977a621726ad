import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { fixture } from '../../../../../tests/fixtures/fixtures.ts'
import { must } from '../../../testing/scene.ts'
import { readVatNumber } from '../domain/vat-number.ts'
import { standInForVies, type Said, type ViesStandIn } from '../testing/vies-stand-in.ts'
import { createVies } from './vies.ts'

let vies: ViesStandIn
before(async () => {
  vies = await standInForVies()
})
after(() => vies.close())

const number = must(readVatNumber('DE136695976'))
const requester = must(readVatNumber('IT00743110157'))

const answers: readonly (readonly [said: Said, verdict: object])[] = [
  ['valid', { outcome: 'valid', consultation: 'WAPIAAAAYmcHPnBn', name: 'Kaffeehaus & Söhne GmbH' }],
  ['invalid', { outcome: 'invalid', consultation: 'WAPIAAAAYmcHPnBn' }],
  ['INVALID_INPUT', { outcome: 'invalid', consultation: undefined }],
  ['MS_UNAVAILABLE', { outcome: 'unavailable', reason: 'MS_UNAVAILABLE' }],
  ['silence', { outcome: 'unavailable', reason: 'NO_ANSWER' }],
  ['nonsense', { outcome: 'unavailable', reason: 'NO_ANSWER' }],
  ['broken', { outcome: 'unavailable', reason: 'NO_ANSWER' }],
  ['elsewhere', { outcome: 'unavailable', reason: 'NO_ANSWER' }],
]
for (const [said, verdict] of answers) {
  test(`VIES says ${said}`, async () => {
    vies.say(number.text, said)
    // Only who is silent is waited for until the end of patience.
    const directory = createVies({ timeoutMs: said === 'silence' ? 300 : 20_000 })
    assert.deepEqual(await directory.ask({ number, requester, address: vies.address }), verdict)
  })
}

test('without a number of our own there is no consultation number', async () => {
  vies.say(number.text, 'valid')
  const answer = await createVies().ask({ number, requester: undefined, address: vies.address })
  assert.deepEqual(answer, { outcome: 'valid', consultation: undefined, name: 'Kaffeehaus & Söhne GmbH' })
  assert.doesNotMatch(vies.asked.at(-1) ?? '', /requester/)
})

test('an address that is neither https nor of this machine is never asked', async () => {
  for (const address of ['http://vies.example/', 'ftp://127.0.0.1/', 'nowhere', '']) {
    const answer = await createVies().ask({ number, requester, address })
    assert.deepEqual(answer, { outcome: 'unavailable', reason: 'BAD_ADDRESS' })
  }
})

const description = fixture('tax/vies-checkVatService.wsdl')
test('what is sent is what the service describes', { skip: description.skip }, async () => {
  vies.say(number.text, 'valid')
  await createVies().ask({ number, requester, address: vies.address })
  const sent = vies.asked.at(-1) ?? ''
  const wsdl = readFileSync(description.path, 'utf8')
  const [, asks = ''] =
    /<xsd:element name="checkVatApprox">([\s\S]*?)<\/xsd:element>\s*<xsd:element name="checkVatApproxResponse">/.exec(
      wsdl,
    ) ?? []
  const described = [...asks.matchAll(/<xsd:element [^>]*name="(\w+)"/g)].map(([, name]) => name)
  const named = [...sent.matchAll(/<v:(\w+)>/g)].map(([, name]) => name).filter((name) => name !== 'checkVatApprox')
  // In the order of the sequence, and nothing that is not in it.
  assert.deepEqual(
    described.filter((name) => named.includes(name)),
    named,
  )
  assert.deepEqual(named, ['countryCode', 'vatNumber', 'requesterCountryCode', 'requesterVatNumber'])
  assert.ok(wsdl.includes(`targetNamespace="${/xmlns:v="([^"]*)"/.exec(sent)?.[1]}"`))
})
