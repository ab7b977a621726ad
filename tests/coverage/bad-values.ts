/** What a caller should not send. JSON values are texts, since some of them no program could hold as a value. */
import { readFileSync } from 'node:fs'
import { fixture } from '../fixtures/fixtures.ts'
import { chanceFrom, shuffled } from '../races/race.ts'

const nested = (depth: number) => `${'['.repeat(depth)}1${']'.repeat(depth)}`

/** In place of one field. */
export const badJson: readonly string[] = [
  ...['null', 'true', '0', '-1', '-0', '1.5', '1e309', '-1e309', '1e300', '9007199254740993', '-9223372036854775809'],
  ...['""', '" "', '"\\u0000"', '"a\\u0000b"', '"\\ud800"', '"\\udc00x"', '"\\ufeff\\u202e\\u200b"'],
  ...['[]', '[null]', '{}', nested(500), '{"a":{"a":{"a":{"a":{}}}}}'],
  ...['"__proto__"', '{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}'],
  ...[`"${'x'.repeat(100_000)}"`, `"${'é'.repeat(20_000)}"`, `"${'9'.repeat(400)}"`, '"${jndi:ldap://x/}"'],
  ...['"<script>alert(1)</script>"', '"\'; DROP TABLE orders.sales_order; --"', '"{{7*7}}{%0a}"', '"=1+1|cmd"'],
]

/** In place of the whole body, as bytes. */
export const badBodies: readonly (string | Buffer)[] = [
  ...['', 'null', '[]', '"text"', '1e309', 'true', '{', '{"a":', '{"a":1}}', "{'a':1}", '{"a":1,"a":2}', 'NaN'],
  ...['{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}', nested(50_000)],
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from([0x00]),
  `{"a":"${'x'.repeat(1_100_000)}"}`,
]

/** In a path or a query, where everything is text. */
export const badTexts: readonly string[] = [
  ...['', ' ', '0', '-1', '1e309', 'NaN', 'null', 'undefined', '[object Object]', '__proto__', 'constructor'],
  ...['..', '../../etc/passwd', '%2e%2e%2f', '%00', '\0', '\ud800', '\u202e', '<script>alert(1)</script>'],
  ...["' OR 1=1 --", '"><img src=x onerror=alert(1)>', '\r\nset-cookie: a=b', 'x'.repeat(290), '9'.repeat(40)],
  ...['01920000-0000-7000-8000-00000000000g', '{01920000-0000-7000-8000-000000000001}', '🧵🫙', '%', '%zz', '\\'],
]

/** The Big List of Naughty Strings, whole or a handful by seed; a handful of our own where it is not at hand. */
export function naughtyTexts(seed: number, most: number): readonly string[] {
  const list = fixture('security/blns.json')
  const all = list.skip ? [...badTexts] : (JSON.parse(readFileSync(list.path, 'utf8')) as string[])
  return shuffled(all, chanceFrom(seed)).slice(0, most)
}
