import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { refusals } from '../domain/refusals.ts'
import { readMachineSettings, readMachineUse } from '../queries/machine-translator.ts'

/** Whether there is a program to ask, and room left in the month. */
export async function askMachine(ctx: Context): Promise<Result<void>> {
  const [{ enabled, monthlyCharacters }, used] = await Promise.all([
    readMachineSettings(ctx.tx),
    readMachineUse(ctx.tx, ctx.now),
  ])
  if (!enabled) return refusals.machine_off()
  if (used >= monthlyCharacters) return refusals.machine_spent({ params: { limit: monthlyCharacters } })
  return ok()
}
