/** `npm run format`: writes every file as oxfmt would have it; with --lint also what oxlint can mend by itself. */
import { runNode } from './commands.ts'

const paths = process.argv.slice(2).filter((argument) => argument !== '--lint')

if (process.argv.includes('--lint')) {
  const lint = await runNode(['node_modules/oxlint/bin/oxlint', '--type-aware', '--fix', ...paths])
  console.log(lint.output.trimEnd())
}
const format = await runNode(['node_modules/oxfmt/bin/oxfmt', ...paths])
console.log(format.output.trimEnd())
process.exitCode = format.code
