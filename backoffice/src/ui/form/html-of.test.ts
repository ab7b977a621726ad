import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlOf } from './html-of.ts'

test('a plain text is shown in paragraphs, and its signs stay signs', () => {
  assert.equal(htmlOf('Sizes < 5 & more\n\nSecond\nline'), '<p>Sizes &lt; 5 &amp; more</p><p>Second<br>line</p>')
  assert.equal(htmlOf('<b>bold</b>'), '<p>&lt;b&gt;bold&lt;/b&gt;</p>')
  assert.equal(htmlOf('<p>as it is</p>'), '<p>as it is</p>')
  assert.equal(htmlOf(''), '')
})
