import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { listCommands, loadCommand } from './commands/index.ts'
import { helpOf, overview } from './help.ts'
import { nearest } from './nearest.ts'

const program = fileURLToPath(new URL('../../bin/fondaco.mjs', import.meta.url))

interface Ended {
  readonly code: number
  readonly said: string
  readonly complained: string
}

function fondaco(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { PATH: process.env['PATH'] ?? '', PORT: 'x', HOST: 'a b' } },
      (error, said, complained) => {
        resolve({ code: error ? Number(error.code) : 0, said, complained })
      },
    )
  })
}

test('help teaches: every command has a summary, a purpose and examples that begin with its name', async () => {
  const all = await overview()
  for (const name of listCommands()) {
    const command = await loadCommand(name)
    assert.ok(command)
    assert.equal(command.name, name)
    assert.ok(all.includes(name) && all.includes(command.summary))
    const help = helpOf(command)
    assert.ok(command.description.length > 0 && command.examples.length > 0, name)
    for (const { line } of command.examples) {
      assert.ok(line.startsWith(name))
      assert.ok(help.includes(line))
      for (const [, option = ''] of line.matchAll(/--([\w-]+)/g))
        assert.ok(command.options[option], `--${option} of ${name}`)
    }
    for (const option of Object.keys(command.options)) assert.ok(help.includes(`--${option}`))
  }
})

test('what was mistyped is guessed', () => {
  const cases: [string, string | undefined][] = [
    ['strat', 'start'],
    ['verfy', 'verify'],
    ['imp', 'import'],
    ['migrat', 'migrate'],
    ['frobnicate', undefined],
  ]
  for (const [typed, meant] of cases) assert.equal(nearest(typed, listCommands()), meant, typed)
})

test('help, version, and mistakes have the exit codes that scripts expect', async () => {
  const [help, version, unknown, option, wrong] = await Promise.all([
    fondaco('help', 'start'),
    fondaco('--version'),
    fondaco('strat'),
    fondaco('verify', '--al'),
    fondaco('api'),
  ])
  assert.deepEqual([help.code, version.code, unknown.code, option.code, wrong.code], [0, 0, 1, 1, 1])
  assert.match(help.said, /fondaco start/)
  assert.match(version.said, /^\d+\.\d+\.\d+/)
  assert.match(unknown.complained, /Did you mean "fondaco start"/)
  assert.match(option.complained, /Did you mean --all/)
  assert.match(wrong.complained, /PORT "x" is not a whole number[\s\S]*HOST "a b"|HOST "a b"[\s\S]*PORT "x"/)
  assert.doesNotMatch(wrong.complained, / at .*\.ts:\d+/, 'no stack trace')
})
