import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { presentChecks } from '../../tools/checks.ts'
import { runNode } from '../../tools/commands.ts'

/** The checks as tests, so that the summary of `npm test` counts them. Architecture and translations are tests already. */
describe('npm run check', () => {
  for (const check of presentChecks().filter(({ isTestFile }) => !isTestFile)) {
    test(check.name, async () => {
      const { code, output } = await runNode(check.args)
      if (code !== 0) assert.fail(`${output.trimEnd()}\n  mend: ${check.mend}`)
    })
  }
})
