import { fileRule, findAll, type Rule } from '../rule.ts'

export const fixturesFolder: Rule = fileRule({
  name: 'only .ci/run knows where large fixtures lie',
  because: 'a clean clone has nothing beside it: a path out of the repository works on one machine only',
  mend: 'ask tests/fixtures/fixtures.ts for the file: fixture(path).',
  files: (file) => !file.path.startsWith('.ci/') && !file.path.startsWith('tests/architecture/'),
  check: (file) => {
    const isSource = /^(?:server|backoffice)\/src\//.test(file.path)
    const text = file.isTypeScript ? file.scan.withoutComments : file.text
    const pattern = isSource ? /\.\.\/shared\/(?:data|design)\b/g : /\.\.\/shared\b/g
    return findAll(file, text, [{ pattern, found: 'names a folder beside the repository' }])
  },
  good: [{ 'tests/village/village.ts': "const csv = fixture('catalogue/x.csv')" }],
  bad: [
    { 'tests/village/village.ts': "const csv = '../shared/data/x.csv'" },
    { 'server/src/apps/cli.ts': "const csv = '../shared/data/x.csv'" },
    { 'docs/guides/building.md': 'Look into ../shared for it.' },
  ],
})
