import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importsOf } from './imports.ts'
import { HOLE, lineAt, scan } from './scan.ts'

const specifiers = (source: string) => importsOf('server/src/a/b.ts', source, scan(source))

test('comments and the insides of strings are not code', () => {
  const source = `const a = 'x // y' // z\n/* "q" */ const b = "it's"`
  const { code, withoutComments } = scan(source)
  assert.equal(code, `const a = '      '     \n          const b = "    "`)
  assert.equal(withoutComments, `const a = 'x // y'     \n          const b = "it's"`)
})

test('templates keep their tag, their holes and the code in their holes', () => {
  const { literals, code } = scan('html<X>`a ${b ? `c ${d}` : "e}"} f`\nconst g = 1')
  assert.deepEqual(
    literals.map(({ tag, text }) => [tag, text]),
    [
      ['html', `a ${HOLE} f`],
      ['', `c ${HOLE}`],
      ['', 'e}'],
    ],
  )
  assert.ok(code.endsWith('const g = 1'))
  assert.match(code, /\$\{b \? /)
})

test('a regular expression with quotes or slashes does not open a string', () => {
  const { literals } = scan(`const a = x.replace(/['"\`/]/g, 'b')\nconst c = d / e / 'f'.length\nreturn /'/`)
  assert.deepEqual(
    literals.map((one) => one.text),
    ['b', 'f'],
  )
})

test('imports are found in every form, and only where they are code', () => {
  const source = [
    `import { a } from './a.ts'`,
    `import type { B } from '../b.ts'`,
    `import { type C, type D } from "./c.ts"`,
    `import {\n  e,\n  type F,\n} from './e.ts'`,
    `import './g.css'`,
    `export * from './h.ts'`,
    `export type { I } from './i.ts'`,
    `const j = await import('./j.ts')`,
    `let k: import('./k.ts').K`,
    `// import { l } from './l.ts'`,
    `const m = "import { m } from './m.ts'"`,
    `const from = Array.from('n')`,
  ].join('\n')
  assert.deepEqual(
    specifiers(source)
      .map(({ specifier, typeOnly, target }) => [specifier, typeOnly, target])
      .sort(),
    [
      ['../b.ts', true, 'server/src/b.ts'],
      ['./a.ts', false, 'server/src/a/a.ts'],
      ['./c.ts', true, 'server/src/a/c.ts'],
      ['./e.ts', false, 'server/src/a/e.ts'],
      ['./g.css', false, 'server/src/a/g.css'],
      ['./h.ts', false, 'server/src/a/h.ts'],
      ['./i.ts', true, 'server/src/a/i.ts'],
      ['./j.ts', false, 'server/src/a/j.ts'],
      ['./k.ts', true, 'server/src/a/k.ts'],
    ],
  )
  assert.equal(lineAt('a\nb\nc', 4), 3)
})
