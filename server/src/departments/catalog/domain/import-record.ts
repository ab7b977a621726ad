import type { Refusal } from '../../../kernel/result.ts'

export const IMPORT_STATES = [
  'new',
  'trying',
  'tried',
  'refused',
  'running',
  'stopped',
  'done',
  'undoing',
  'undone',
] as const
export type ImportState = (typeof IMPORT_STATES)[number]

/** What a person may do with an import, by its state; `whole` is a run without a trial before it. */
export const IMPORT_STEPS = {
  plan: ['new', 'tried', 'refused'],
  trial: ['new', 'trying', 'tried', 'refused'],
  run: ['tried', 'running', 'stopped'],
  whole: ['new'],
  undo: ['stopped', 'done', 'running', 'undoing'],
} as const satisfies Readonly<Record<string, readonly ImportState[]>>
export type ImportStep = keyof typeof IMPORT_STEPS

const AT_WORK: readonly ImportState[] = ['trying', 'running', 'undoing']

/** What is at work is left alone; once whoever did it died, it is begun again from where it was. */
export const mayStep = (step: ImportStep, { state, stalled }: Pick<ImportRecord, 'state' | 'stalled'>): boolean =>
  (IMPORT_STEPS[step] as readonly ImportState[]).includes(state) && (stalled || !AT_WORK.includes(state))

/** One field of a product, of its variant with this SKU, or of its price or stock (`price.amount`, `stock.onHand`). */
export interface ImportChange {
  readonly sku: string | null
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Why something was not set back. */
export type KeptReason = 'changed_since' | 'no_way_back' | 'refused'

export interface KeptChange extends ImportChange {
  readonly reason: KeptReason
}

export interface ImportedProductRecord {
  readonly productId: string
  readonly handle: string
  readonly created: boolean
  readonly differences: readonly ImportChange[]
}

export interface ImportRefusal {
  readonly row: number
  readonly line: number
  readonly column: string
  readonly refusal: Refusal
}

export interface ImportPlan {
  readonly format: string
  /** Field by column; null where the format says it. */
  readonly mapping: readonly (string | null)[] | null
  readonly currency: string | null
  readonly location: string | null
}

/** A column of the file, with the first things that stand in it. */
export interface ImportColumn {
  readonly heading: string
  readonly examples: readonly string[]
}

export interface ImportRecord extends ImportPlan {
  readonly id: string
  readonly name: string
  readonly columns: readonly ImportColumn[]
  readonly state: ImportState
  readonly report: unknown
  readonly problem: Refusal | null
  readonly done: number
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly undone: number
  readonly keptBack: number
  readonly taskId: string | null
  /** It is said to be at work, and nobody is. */
  readonly stalled: boolean
  /** One refused row and nothing is written. */
  readonly whole: boolean
  readonly actor: string
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly undoneAt: Date | null
}
