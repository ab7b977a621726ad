import type { SourceFile } from '../house.ts'
import { fileRule, type Finding, type Rule } from '../rule.ts'
import { lineAt } from '../scan.ts'
import { tagsOf } from '../markup.ts'

const p = 'server/src/storefront/pages/product.ts'
const LETTER = 'server/src/host/mail/letter-html.ts'

export const quotedAttributes: Rule = fileRule({
  name: 'attributes in html`` are quoted',
  because: 'escaping protects a quoted value; an unquoted one ends at the first space, and a stranger writes the rest',
  mend: 'write name="${value}".',
  files: (file) => file.isTypeScript && !file.isTest && file.path.startsWith('server/src/'),
  check: (file) => markup(file, unquoted),
  good: [{ [p]: 'html`<a href="/x?a=1" class="${name}" ${more} hidden>a = b</a>`' }],
  bad: [
    { [p]: 'html`<a href=${url}>x</a>`' },
    { [p]: 'html`<input value= ${value}>`' },
    { [p]: 'html`<p\nclass=wide>x</p>`' },
  ],
})

export const noInlineCode: Rule = fileRule({
  name: 'no inline scripts, styles or handlers in html``',
  because: 'the content security policy has no unsafe-inline: the browser refuses them, and it is right',
  mend: 'put the behaviour into an island, the look into a style sheet.',
  files: (file) => file.isTypeScript && !file.isTest && file.path.startsWith('server/src/'),
  check: (file) =>
    markup(file, ({ name, attributes }) => {
      if (/\son[a-z]+\s*=/i.test(attributes)) return 'an inline handler'
      // A letter has no files beside it, and no browser's policy: mail programs know only styles on the elements.
      if (/\sstyle\s*=/i.test(attributes) && file.path === LETTER) return undefined
      if (/\sstyle\s*=/i.test(attributes)) return 'an inline style'
      const isData = /type\s*=\s*"application\/(?:ld\+)?json"/.test(attributes)
      return name === 'script' && !/\ssrc\s*=|\snonce\s*=/.test(attributes) && !isData ? 'an inline script' : undefined
    }),
  good: [
    { [LETTER]: 'html`<p style="color:red">x</p>`' },
    { [p]: 'html`<script type="module" src="${src}"></script><p data-on="x">style="no"</p>`' },
    { [p]: 'html`<script type="application/ld+json">${json}</script>`' },
  ],
  bad: [
    { [p]: 'html`<button onclick="go()">x</button>`' },
    { [p]: 'html`<p style="color: red">x</p>`' },
    { [p]: 'html`<script>alert(1)</script>`' },
  ],
})

type Tag = { name: string; attributes: string; offset: number }

function markup(file: SourceFile, judge: (tag: Tag) => string | undefined): Finding[] {
  return file.scan.literals
    .filter((literal) => literal.tag === 'html')
    .flatMap((literal) =>
      tagsOf(literal.text).flatMap((tag) => {
        const found = judge(tag)
        const line = lineAt(file.text, literal.offset) + literal.text.slice(0, tag.offset).split('\n').length - 1
        return found === undefined ? [] : [{ path: file.path, line, found: `${found} in <${tag.name}>` }]
      }),
    )
}

function unquoted({ attributes }: Tag): string | undefined {
  const withoutValues = attributes.replaceAll(/=\s*"[^"]*"|=\s*'[^']*'/g, '')
  return withoutValues.includes('=') ? 'an unquoted attribute' : undefined
}
