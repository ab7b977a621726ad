/** What `npm run check` proves without a database or a browser, and how each failure is mended. */
import { globSync } from 'node:fs'
import { ROOT } from './commands.ts'

export type Check = {
  name: string
  /** Arguments of node. */
  args: string[]
  mend: string
  /** The check has nothing to look at while no file is there. */
  needs?: string
  /** Already a test file of its own: `npm test` runs it as such. */
  isTestFile?: boolean
}

const typescript = 'node_modules/typescript/bin/tsc'

export const CHECKS: Check[] = [
  {
    name: 'types: server, tools, tests',
    args: [typescript, '-p', 'tsconfig.json'],
    mend: 'make the types true; no `any`, no ts-ignore.',
  },
  {
    name: 'types: back office',
    args: [typescript, '-p', 'backoffice/tsconfig.json'],
    mend: 'make the types true; after a change of the API run `npm run generate` first.',
    needs: 'backoffice/src/**/*.tsx',
  },
  {
    name: 'types: islands of the storefront',
    args: [typescript, '-p', 'server/src/storefront/islands/tsconfig.json'],
    mend: 'make the types true.',
    needs: 'server/src/storefront/islands/**/*.{ts,tsx}',
  },
  {
    name: 'unused files, exports and dependencies',
    args: ['node_modules/knip/bin/knip.js', '--no-progress', '--no-config-hints'],
    mend: 'remove what nobody uses; a new entry point is named in knip.json.',
  },
  {
    name: 'lint',
    args: ['node_modules/oxlint/bin/oxlint', '--type-aware'],
    mend: 'follow the line under each finding; `npm run format -- --lint` mends what can be mended by itself.',
  },
  {
    name: 'format',
    args: ['node_modules/oxfmt/bin/oxfmt', '--check'],
    mend: 'run `npm run format`.',
  },
  {
    name: 'architecture',
    args: ['--test', '--test-reporter=dot', ...architectureTests((path) => !path.includes('translations'))],
    mend: 'each finding says its own; the rules stand in tests/architecture/rules/.',
    isTestFile: true,
  },
  {
    name: 'translations',
    args: ['--test', '--test-reporter=dot', ...architectureTests((path) => path.includes('translations'))],
    mend: 'each finding says its own; `node tools/translations.ts` prints them alone.',
    isTestFile: true,
  },
  {
    name: 'generated files are up to date',
    args: ['tools/generate.ts', '--check'],
    mend: 'run `npm run generate` and commit what changes.',
    needs: 'tools/generate.ts',
  },
]

export function presentChecks(): Check[] {
  return CHECKS.filter(({ needs }) => needs === undefined || globSync(needs, { cwd: ROOT }).length > 0)
}

function architectureTests(wanted: (path: string) => boolean): string[] {
  return globSync('tests/architecture/**/*.test.ts', { cwd: ROOT }).filter(wanted).sort()
}
