import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import { definitions } from './definitions.ts'
import { loadSecret, secretFrom } from './secret.ts'
import { readSettings, WrongSettings } from './settings.ts'

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readSettings(environment)
    return []
  } catch (error) {
    assert.ok(error instanceof WrongSettings)
    for (const { remedy } of error.problems) assert.ok(remedy.length > 15, 'says what to write instead')
    return error.problems.map((problem) => problem.message)
  }
}

test('nothing set is a shop on this machine alone', () => {
  const settings = readSettings({})
  assert.equal(settings.host, '127.0.0.1')
  assert.equal(settings.port, 4000)
  assert.equal(settings.dataFolder, resolve('data'))
  assert.equal(settings.logFile, resolve('data/fondaco.log'))
  assert.equal(settings.publicUrl, 'http://localhost:4000')
  assert.equal(settings.databaseUrl, undefined)
  assert.equal(settings.trustProxy, false)
})

test('an empty variable counts as none', () => assert.equal(readSettings({ PORT: '' }).port, 4000))

const wrong: [name: string, text: string, words: RegExp][] = [
  ['PORT', '70000', /^PORT "70000" is not between 1 and 65535\.$/],
  ['PORT', '4000.5', /not a whole number/],
  ['PORT', 'http', /not a whole number/],
  ['HOST', 'my host', /not an address/],
  ['DATABASE_URL', 'mysql://a@b/c', /does not begin with postgres/],
  ['DATABASE_URL', 'postgres://a@b', /names no database/],
  ['DATABASE_URL', 'postgres://b/c', /names no role/],
  ['PUBLIC_URL', 'shop.example', /not an address/],
  ['PUBLIC_URL', 'https://shop.example/en', /has a path/],
  ['SMTP_URL', 'https://mail.example', /not the address of a mail server/],
  ['MAIL_FROM', 'nobody', /not an e-mail address/],
  ['LOG_LEVEL', 'loud', /not one of its words/],
  ['TRUST_PROXY', 'maybe', /neither yes nor no/],
  ['FONDACO_SECRET', 'short', /shorter than 32/],
  ['METRICS_TOKEN', 'short', /too short/],
  ['PAYMENT_PROVIDER', 'cash', /not one of its words/],
]

for (const [name, text, words] of wrong) {
  test(`${name}=${text} is refused`, () => {
    const problems = problemsOf({ [name]: text })
    assert.equal(problems.length, 1)
    assert.match(problems[0] ?? '', words)
  })
}

test('every wrong setting is told at once, and secrets are not repeated', () => {
  const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'y', DATABASE_URL: 'mysql://owner:hunter2@b/c' })
  assert.equal(problems.length, 3)
  assert.doesNotMatch(problems.join(), /hunter2/)
})

test('settings that contradict each other are refused', () => {
  assert.match(problemsOf({ PORT: '4001' })[0] ?? '', /both 4001/)
})

test('docs/guides/settings.md explains every setting, with its default, and no other', async () => {
  const text = await readFile(new URL('../../../../docs/guides/settings.md', import.meta.url), 'utf8')
  const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| ([^|]*) \|/gm)].map(([, name = '', fallback = '']) => [
    name,
    fallback,
  ])
  assert.deepEqual(rows.map(([name]) => name).toSorted(), Object.keys(definitions).toSorted())
  for (const [name, fallback] of rows) {
    const stated = definitions[name as keyof typeof definitions].fallback
    if (stated !== undefined) assert.equal(fallback, `\`${stated}\``, name)
  }
})

test('the secret is made once, readable by its owner alone, and keys of two purposes differ', async (t) => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'fondaco-secret-'))
  t.after(() => rm(dataFolder, { recursive: true }))
  const made = await Promise.all([1, 2, 3].map(() => loadSecret({ secret: undefined, dataFolder })))
  const keys = new Set(made.map((secret) => secret.keyFor('links').toString('hex')))
  assert.equal(keys.size, 1, 'processes that start at once agree')
  assert.equal((await stat(join(dataFolder, 'secret'))).mode & 0o777, 0o600)
  const [secret] = made
  assert.notDeepEqual(secret?.keyFor('links'), secret?.keyFor('webhooks'))
  assert.deepEqual(secretFrom('a').keyFor('x'), secretFrom('a').keyFor('x'))
})
