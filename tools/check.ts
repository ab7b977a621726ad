/** `npm run check`: everything that needs neither database nor browser, two at a time. */
import { availableParallelism } from 'node:os'
import { presentChecks, type Check } from './checks.ts'
import { inParallel, runNode, type Outcome } from './commands.ts'

type Judged = { check: Check; outcome: Outcome }

const judged: Judged[] = []

await inParallel(presentChecks(), Math.min(2, availableParallelism()), async (check) => {
  const outcome = await runNode(check.args)
  judged.push({ check, outcome })
  console.log(`${outcome.code === 0 ? '✔' : '✖'} ${check.name} (${outcome.seconds.toFixed(1)} s)`)
})

const failed = judged.filter(({ outcome }) => outcome.code !== 0)
for (const { check, outcome } of failed) {
  console.log(`\n✖ ${check.name}\n${outcome.output.trimEnd()}\n  mend: ${check.mend}`)
}
console.log(failed.length === 0 ? '\nAll checks passed.' : `\n${failed.length} of ${judged.length} checks failed.`)
process.exitCode = failed.length === 0 ? 0 : 1
