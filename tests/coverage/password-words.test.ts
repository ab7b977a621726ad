/** The office says how long a password must be before anybody types one: the number is the house's own. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { PASSWORD_MIN_LENGTH } from '../../server/src/host/auth/passwords.ts'

const APP = join(import.meta.dirname, '../../backoffice/src/app')

test('every language says the length that the house asks for', () => {
  for (const language of ['en', 'it', 'es', 'id']) {
    const read = (folder: string) => JSON.parse(readFileSync(join(APP, folder, 'locales', `${language}.json`), 'utf8'))
    const rules = [read('').activation.passwordRule, read('session').security.nextRule] as string[]
    for (const rule of rules) assert.deepEqual(rule.match(/\d+/g), [String(PASSWORD_MIN_LENGTH)], rule)
  }
})
