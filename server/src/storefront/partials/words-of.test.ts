import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../../host/http/html.ts'
import { wordsOf } from './words-of.ts'

test('a text with markup is printed as such, and cleaned even if a row came in by another way', () => {
  const printed = html`<div>${wordsOf('<p>Warm <strong>wool</strong></p><script>alert(1)</script>')}</div>`
  assert.equal(printed.text, '<div><p>Warm <strong>wool</strong></p></div>')
})

test('a plain text stays plain: in paragraphs, escaped', () => {
  const printed = html`${wordsOf('Sizes < 5 & <b>bold</b>\n\n<script>alert(1)</script>')}`
  assert.equal(
    printed.text,
    '<p>Sizes &lt; 5 &amp; &lt;b&gt;bold&lt;/b&gt;</p><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
  )
})
