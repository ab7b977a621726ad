import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlOf, withoutMarkup } from './html-of.ts'

test('a plain text is shown in paragraphs, and its signs stay signs', () => {
  assert.equal(htmlOf('Sizes < 5 & more\n\nSecond\nline'), '<p>Sizes &lt; 5 &amp; more</p><p>Second<br>line</p>')
  assert.equal(htmlOf('<b>bold</b>'), '<p>&lt;b&gt;bold&lt;/b&gt;</p>')
  assert.equal(htmlOf('<p>as it is</p>'), '<p>as it is</p>')
  assert.equal(htmlOf(''), '')
})

test('the words of a text with markup, and a plain one as it is', () => {
  assert.equal(withoutMarkup('<p>Wash <em>cold</em></p><ul><li>a &lt; b &amp; c</li></ul>'), 'Wash cold a < b & c')
  assert.equal(withoutMarkup('5 <b> 6 &lt;'), '5 <b> 6 &lt;')
})
