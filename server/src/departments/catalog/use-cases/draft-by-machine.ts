/**
 * Drafts of a program for what is missing. Each text is counted against the month before it is sent, asked for outside of any
 * transaction, judged (tags, blanks and addresses as in its source) and kept as a draft that only a person can approve, whatever the shop
 * shows. Killed anywhere it begins anew with what is still missing.
 */
import { unsealText } from '../../../host/auth/sealed-text.ts'
import { runCommand, type Context, type House } from '../../../host/context.ts'
import type { RunningTask, TaskReport } from '../../../host/tasks/task.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { formatOf, keepsMarks, type MachineReason, type MachineTranslator } from '../domain/machine-translator.ts'
import { refusals } from '../domain/refusals.ts'
import { DEFAULT_LANGUAGE } from '../domain/product.ts'
import type { TranslatedKind } from '../domain/translation.ts'
import { MACHINE_KEY_PLACE, readMachineSettings } from '../queries/machine-translator.ts'
import { findTexts, listUntranslated, MOST_COUNTED, type TextToTranslate } from '../queries/translations.ts'
import { giveBackMachineCharacters, takeMachineCharacters } from '../store/machine-translator.ts'
import { translateText } from './translate-text.ts'

export interface MachineWork {
  readonly kind: TranslatedKind
  readonly language: string
}

export interface MachineOutcome {
  drafted: number
  /** Of which the answer had lost a tag, a blank or an address, or that the record did not take. */
  refused: number
  /** Why it ended before the end. */
  ended: 'done' | 'stopped' | 'budget'
}

interface Asked extends MachineWork {
  readonly id: string
  readonly text: TextToTranslate
}

export async function draftByMachine(
  house: House,
  { actor, requestId, ...work }: MachineWork & Pick<RunningTask, 'actor' | 'requestId'>,
  report: TaskReport,
): Promise<Result<MachineOutcome>> {
  const settings = await readMachineSettings(house.database)
  const translator = house.ports?.machineTranslator
  if (!translator || !settings.enabled) return refusals.machine_off()
  const { address, sealedKey, monthlyCharacters } = settings
  const key = sealedKey === null ? undefined : unsealText(house, MACHINE_KEY_PLACE, sealedKey)
  const run = <T>(command: (ctx: Context) => Promise<Result<T>>) => runCommand(house, { actor, requestId }, command)
  const outcome: MachineOutcome = { drafted: 0, refused: 0, ended: 'done' }
  const records = await missingRecords(house, work)
  for (const [at, id] of records.entries()) {
    const texts = (await findTexts(house.database, { ...work, id }))?.texts ?? []
    for (const text of texts.filter(({ state }) => state === 'missing')) {
      if (await report.stopAsked()) return ok({ ...outcome, ended: 'stopped' })
      const count = text.source.length
      const taken = await run(async (ctx) => ok(await takeMachineCharacters(ctx, count, monthlyCharacters)))
      if (!taken.ok) return taken
      if (!taken.value) return ok({ ...outcome, ended: 'budget' })
      const drafted = await draftOne({ translator, address, key, run }, { ...work, id, text })
      if (drafted === 'drafted' || drafted === 'refused') outcome[drafted] += 1
      else {
        await run(async (ctx) => ok(giveBackMachineCharacters(ctx, count)))
        return refusals.machine_away({ params: { reason: drafted } })
      }
    }
    report.progress(at + 1, records.length)
  }
  return ok(outcome)
}

interface Machine {
  readonly translator: MachineTranslator
  readonly address: string
  readonly key: string | undefined
  readonly run: <T>(command: (ctx: Context) => Promise<Result<T>>) => Promise<Result<T>>
}

async function draftOne(
  { translator, address, key, run }: Machine,
  { kind, language, id, text: { field, source } }: Asked,
): Promise<'drafted' | 'refused' | MachineReason> {
  const question = { address, key, text: source, format: formatOf(source), source: DEFAULT_LANGUAGE, target: language }
  const answer = await translator.translate(question)
  if (answer.outcome === 'unavailable') return answer.reason
  if (!keepsMarks(source, answer.text)) return 'refused'
  const wish = { kind, id, field, language, source, text: answer.text.trim(), provider: translator.name }
  const kept = await run((ctx) => translateText(ctx, wish))
  return kept.ok ? 'drafted' : 'refused'
}

/** All at once: ids of ten thousand at most, so that what is refused on the way is not met again. */
async function missingRecords(house: House, work: MachineWork): Promise<string[]> {
  const asked = { ...work, state: 'missing', after: undefined, limit: MOST_COUNTED } as const
  return (await listUntranslated(house.database, asked)).map(({ id }) => id)
}
