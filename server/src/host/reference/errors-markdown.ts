import { refusalKey } from '../http/problem.ts'
import type { EnglishWords } from './english-words.ts'
import { listRefusals } from './list-refusals.ts'

/** docs/errors.md: every code that a caller can meet, in English. */
export function errorsMarkdown(catalogues: readonly object[], words: EnglishWords): string {
  const sections = [...Map.groupBy(listRefusals(catalogues), ({ department }) => department)].map(
    ([department, refusals]) => {
      const rows = refusals.map(({ code, status }) => {
        const [title, remedy] = ['title', 'remedy'].map((part) => cell(words(`${refusalKey(code)}.${part}`)))
        return `| \`${code}\` | ${status} | ${title} | ${remedy} |`
      })
      return [`## ${department}`, '', '| code | status | meaning | remedy |', '|---|---|---|---|', ...rows, ''].join(
        '\n',
      )
    },
  )
  return `${HEAD}\n${sections.join('\n')}`
}

const HEAD = `# Errors

Refusals are answers, not accidents: problem details (RFC 9457) with a \`code\` that never changes, a sentence in the caller's
language, and a remedy. \`field\` names the input at fault; \`errors\` lists further refusals of the same input. An outage
(somebody else's, worth trying again) is 503 with \`Retry-After\`; a fault (ours) is 500 with a number to tell us.

Generated from the catalogues of the departments by \`npm run generate\`; a running house shows the same at \`/errors\`. Texts in
braces are filled in.
`

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
