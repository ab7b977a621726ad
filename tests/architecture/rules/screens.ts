import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileRule, findAll, type Rule } from '../rule.ts'
import { lineAt } from '../scan.ts'
import type { House, SourceFile } from '../house.ts'

const p = 'backoffice/src/departments/bank/debit-queries.ts'
const STYLES = 'backoffice/src/app/styles.css'
const OF_MANTINE = join(import.meta.dirname, '../../../node_modules/@mantine/core/styles')

const isScreen = (file: SourceFile) => file.isTypeScript && !file.isTest && file.path.startsWith('backoffice/src/')

/** `keyed(id, `${reason}`)` or a header: what a person writes has spaces, and a key may have none. */
const WRITTEN =
  /(?:\bkeyed\([^)\n]*|'Idempotency-Key': ?)`[^`\n]*\$\{(?:\w+\.)?(?:reason|note|text|message|name|email)\b/g

export const keysHoldNoWords: Rule = fileRule({
  name: 'no idempotency key is made of what somebody wrote',
  because:
    'a key has neither spaces nor accents: the house refuses it, and whoever wrote a whole sentence can do nothing',
  mend: 'take the key as a parameter, and make it with useKeyOf in the screen.',
  files: isScreen,
  check: (file) => findAll(file, file.text, [{ pattern: WRITTEN, found: 'words in a key' }]),
  good: [{ [p]: 'keyed(id, `${id}.again`)' }, { [p]: "{ 'Idempotency-Key': `${id}.${orderNumber}` }" }],
  bad: [{ [p]: 'keyed(id, `${id}.discard.${reason}`)' }, { [p]: "{ 'Idempotency-Key': `${wish.note}` }" }],
})

export const widgetsAreStyled: Rule = {
  name: 'what a screen takes from Mantine has its styles',
  because: 'styles are loaded one by one: without its own, a radio is a black dot and a stack has no gaps',
  mend: `import its styles in ${STYLES}, or take a piece that has them.`,
  check: (house) => house.files.filter(isScreen).flatMap((file) => unstyled(house, file)),
  good: [
    { [STYLES]: "@import '@mantine/core/styles/Switch.layer.css';", [p]: "import { Switch } from '@mantine/core'" },
    { [STYLES]: '', [p]: "import { useMantineTheme } from '@mantine/core'" },
  ],
  bad: [{ [STYLES]: '', [p]: "import { Radio } from '@mantine/core'" }],
}

function unstyled({ files }: House, file: SourceFile) {
  const styles = files.find(({ path }) => path === STYLES)?.text ?? ''
  return [...file.text.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(({ 1: names = '', index }) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => existsSync(join(OF_MANTINE, `${name}.layer.css`)) && !styles.includes(`/${name}.layer.css`))
      .map((name) => ({ path: file.path, line: lineAt(file.text, index), found: name })),
  )
}
