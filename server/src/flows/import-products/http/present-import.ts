import { Type, type Static } from 'typebox'
import { maySeeCosts } from '../../../departments/pricing/index.ts'
import { mayStep, type ImportMapping, type ImportRecord } from '../../../departments/catalog/index.ts'
import { problemOf } from '../../../host/http/problem.ts'
import type { Call } from '../../../host/http/route.ts'
import { idSchema, instantSchema, nullable } from '../../../host/http/schemas.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { FIELDS } from '../formats/field.ts'
import { isFormat, plain } from '../formats/formats.ts'
import { meaningOfColumn } from '../formats/meaning-of-column.ts'
import { formatSchema } from './format-schema.ts'
import type { ShownReport } from '../shown-report.ts'
import { presentReport } from './present-differences.ts'
import { reportSchema } from './report-schema.ts'

export const mappingSchema = nullable(
  Type.Array(nullable(Type.String({ maxLength: 40, examples: ['name'] })), {
    maxItems: 2_000,
    description: 'The field of each column, in the order of the file; null is not imported.',
  }),
)

const states = ['new', 'trying', 'tried', 'refused', 'running', 'stopped', 'done', 'undoing', 'undone'] as const

export const importSchema = Type.Object({
  id: idSchema,
  name: Type.String(),
  format: formatSchema,
  state: Type.Unsafe<(typeof states)[number]>({ type: 'string', enum: [...states] }),
  columns: Type.Array(
    Type.Object({
      heading: Type.String(),
      examples: Type.Array(Type.String()),
      field: nullable(Type.String({ description: 'Where it goes; null is not imported.' })),
      known: Type.Boolean({ description: 'The format knows it, even where nothing of it is kept.' }),
    }),
  ),
  fields: Type.Array(Type.String(), { description: 'Where columns may go.' }),
  mapped: Type.Boolean({ description: 'A person said what the columns are.' }),
  proposals: Type.Array(Type.Object({ name: Type.String(), fields: Type.Array(nullable(Type.String())) }), {
    description: 'Mappings that were kept for these headings.',
  }),
  currency: nullable(Type.String()),
  location: nullable(Type.String()),
  report: nullable(reportSchema),
  problem: nullable(Type.Object({ code: Type.String(), title: Type.String(), remedy: Type.String() })),
  done: Type.Integer({ description: 'Products of the file that were carried out.' }),
  created: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  refused: Type.Integer({ description: 'Rows.' }),
  undone: Type.Integer({ description: 'Products that were set back as a whole.' }),
  keptBack: Type.Integer({ description: 'Products of which something could not be set back.' }),
  taskId: nullable(idSchema),
  createdAt: instantSchema,
  startedAt: nullable(instantSchema),
  finishedAt: nullable(instantSchema),
  undoneAt: nullable(instantSchema),
  stalled: Type.Boolean({ description: 'It is said to be at work, and nobody is: begin it again.' }),
  mayPlan: Type.Boolean(),
  mayTry: Type.Boolean(),
  mayRun: Type.Boolean(),
  mayUndo: Type.Boolean(),
})

/** What a person may choose from; what only tells rows apart is for formats that know it. */
const CHOOSABLE = FIELDS.filter((field) => !['rowId', 'rowKind', 'parent'].includes(field))

export function presentImport(
  record: ImportRecord,
  mappings: readonly ImportMapping[],
  call: Call,
): Static<typeof importSchema> {
  const { id, name, state, mapping, currency, location, problem, taskId } = record
  const { done, created, changed, unchanged, refused, undone, keptBack } = record
  const key = isFormat(record.format) ? record.format : 'own'
  const headings = record.columns.map(({ heading }) => heading)
  return {
    id,
    name,
    format: key,
    state,
    columns: record.columns.map((column, at) => {
      const shown = presentColumn(record, column.heading, at)
      // What goods cost is told to few.
      return { ...shown, examples: shown.field === 'cost' && !maySeeCosts(call.actor) ? [] : [...column.examples] }
    }),
    fields: [...CHOOSABLE],
    mapped: mapping !== null,
    proposals: mappings
      .filter((one) => sameHeadings(one.headings, headings))
      .map((one) => ({ name: one.name, fields: [...one.fields] })),
    currency,
    location,
    report: record.report === null ? null : presentReport(record.report as ShownReport, call),
    problem: problem && presentProblem(problem, call),
    ...{ done, created, changed, unchanged, refused, undone, keptBack, taskId },
    createdAt: record.createdAt.toISOString(),
    startedAt: record.startedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
    undoneAt: record.undoneAt?.toISOString() ?? null,
    stalled: record.stalled,
    mayPlan: mayStep('plan', record),
    mayTry: mayStep('trial', record),
    mayRun: mayStep('run', record),
    mayUndo: mayStep('undo', record) && created + changed > 0,
  }
}

function presentColumn(record: ImportRecord, heading: string, at: number) {
  const meaning = meaningOfColumn(record, heading, at)
  return { heading, field: meaning === 'passed_over' ? null : (meaning ?? null), known: meaning !== undefined }
}

const sameHeadings = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((heading, at) => plain(heading) === plain(b[at] ?? ''))

export function presentProblem(refusal: Refusal, { house, locale }: Call) {
  const { code, title, remedy } = problemOf(refusal, house.translations.for(locale), '')
  return { code, title, remedy }
}
