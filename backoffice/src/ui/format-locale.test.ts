import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatLocale } from './format-locale.ts'

// language of the screens, what the device prefers -> how dates are written, an example
const table: [string, string[], string, string][] = [
  ['en', ['en-GB', 'en'], 'en-GB', '5 Nov 2026'],
  ['en', ['en-US', 'en'], 'en-US', 'Nov 5, 2026'],
  ['en', ['it-IT', 'en-AU', 'en-US'], 'en-AU', '5 Nov 2026'],
  ['en', ['en'], 'en', 'Nov 5, 2026'],
  ['en', ['it-IT', 'it'], 'en-GB', '5 Nov 2026'],
  ['en', ['id'], 'en-GB', '5 Nov 2026'],
  ['en', ['es-PR'], 'en', 'Nov 5, 2026'],
  ['en', [], 'en', 'Nov 5, 2026'],
  ['en', ['not a tag'], 'en', 'Nov 5, 2026'],
  ['en', ['en-US@posix'], 'en', 'Nov 5, 2026'],
  ['en', ['en-US@posix', 'en-GB'], 'en-GB', '5 Nov 2026'],
  ['it', ['en-GB'], 'it', '5 nov 2026'],
  ['es', ['es-MX'], 'es-MX', '5 nov 2026'],
]

for (const [language, preferred, locale, day] of table) {
  test(`${language} for ${preferred.join(', ') || 'nobody in particular'}: ${day}`, () => {
    assert.equal(formatLocale(language, preferred), locale)
    const written = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
    assert.equal(written.format(new Date('2026-11-05T00:00:00Z')), day)
  })
}
