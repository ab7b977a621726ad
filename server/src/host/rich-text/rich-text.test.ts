import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanRichText, isRichText, plainWords } from './rich-text.ts'

test('what is kept of a text with markup', () => {
  const cases: [written: string, kept: string][] = [
    ['<p>Warm <strong>wool</strong></p>', '<p>Warm <strong>wool</strong></p>'],
    ['<h1>Care</h1><p>Wash <i>cold</i></p>', '<h3>Care</h3><p>Wash <em>cold</em></p>'],
    ['<ul><li><p>One</p></li></ul>', '<ul><li><p>One</p></li></ul>'],
    ['<p>a<br>b</p>', '<p>a<br />b</p>'],
    ['<p>5 &lt; 6 &amp; more</p>', '<p>5 &lt; 6 &amp; more</p>'],
    ['<p></p>', ''],
    ['<p>&nbsp;</p><p><br></p>', ''],
    [
      '<p><a href="https://example.org/a?b=1&amp;c=2">here</a></p>',
      '<p><a href="https://example.org/a?b=1&amp;c=2">here</a></p>',
    ],
    ['<p><a href="/it/pages/care">here</a></p>', '<p><a href="/it/pages/care">here</a></p>'],
    ['<p><a href="mailto:a@b.example">write</a></p>', '<p><a href="mailto:a@b.example">write</a></p>'],
  ]
  for (const [written, kept] of cases) {
    assert.equal(cleanRichText(written), kept, written)
    assert.equal(cleanRichText(kept), kept, 'what was cleaned once stays as it is')
  }
})

test('nothing that runs, loads or looks like the house survives', () => {
  const attacks = [
    '<p>x<script>alert(1)</script></p>',
    '<p>x<SCRIPT SRC=//evil.example/x.js></SCRIPT></p>',
    '<p onclick="alert(1)">x</p>',
    '<p><img src=x onerror=alert(1)>x</p>',
    '<p><svg onload=alert(1)>x</svg></p>',
    '<p><a href="javascript:alert(1)">x</a></p>',
    '<p><a href="jAvAsCrIpT&#58;alert(1)">x</a></p>',
    '<p><a href="&#9;javascript:alert(1)">x</a></p>',
    '<p><a href="data:text/html,<script>alert(1)</script>">x</a></p>',
    '<p><a href="//evil.example">x</a></p>',
    '<p style="position:fixed;inset:0">x</p>',
    '<p class="button" id="buy">x</p>',
    '<p><iframe src="https://evil.example"></iframe>x</p>',
    '<p><form action="https://evil.example"><input name="card">x</form></p>',
    '<p><style>*{display:none}</style>x</p>',
    '<p><math><mtext></p><p title="</mtext><img src=x onerror=alert(1)>">x</p>',
    '<p>x<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript></p>',
    '<p>x<!--><img src=x onerror=alert(1)>--></p>',
    '<p>x</p><template><script>alert(1)</script></template>',
  ]
  const allowed =
    /^(?:[^<>]|<\/?(?:p|h3|h4|ul|ol|li|strong|em|blockquote)>|<br \/>|<a(?: href="(?:https?:|mailto:|tel:|\/(?!\/)|#)[^"<>]*")?>|<\/a>)*$/
  for (const attack of attacks) assert.match(cleanRichText(attack), allowed, attack)
})

test('a plain text, as all were once, is no markup', () => {
  for (const text of ['Warm wool', 'Sizes < 5 and <b>bold</b>', '5 <p> 6', '', 'Line\n\nLine']) {
    assert.equal(isRichText(text), false, text)
    assert.equal(cleanRichText(text), text)
    assert.equal(plainWords(text), text)
  }
})

test('the words alone', () => {
  assert.equal(
    plainWords('<h2>Care</h2><p>Wash <em>cold</em> &amp; dry &lt;flat&gt;</p><ul><li>a</li><li>b</li></ul>'),
    'Care Wash cold & dry <flat> a b',
  )
  assert.equal(plainWords('<p>&amp;lt;</p>'), '&lt;')
})
