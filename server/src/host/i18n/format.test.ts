import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDate, formatDateTime, sayDays } from './format.ts'

const AT = new Date('2026-11-23T18:05:00Z')

test('English dates are written as where the reader is: month first in North America alone', () => {
  assert.equal(formatDate(AT, 'en', 'Europe/Rome'), '23 November 2026')
  assert.equal(formatDate(AT, 'en', 'UTC'), '23 November 2026')
  assert.equal(formatDate(AT, 'en', 'America/New_York'), 'November 23, 2026')
  assert.equal(formatDateTime(AT, 'en', 'Asia/Jakarta'), '24 November 2026 at 01:05')
  assert.match(formatDateTime(AT, 'en', 'America/New_York'), /^November 23, 2026 at 1:05\sPM$/)
})

test('of other languages there is one way', () => {
  assert.equal(formatDateTime(AT, 'it', 'America/New_York'), '23 novembre 2026 alle ore 13:05')
  assert.equal(formatDate(AT, 'id', 'Asia/Jakarta'), '24 November 2026')
})

test('days in titles are written as people of a language write them; other numbers stay', () => {
  assert.equal(sayDays('#100007 · 2026-11-17', { locale: 'it' }), '#100007 · 17 nov 2026')
  assert.equal(sayDays('DE 2026-1', { locale: 'en' }), 'DE 2026-1')
})
