import { EVERY_ROW, defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import type { TemplateFields } from '../domain/template.ts'

interface TemplateListRow extends TemplateFields {
  readonly id: string
  readonly version: number
  readonly made_at: Date
}

/** Templates of the house's own that nobody put away, by name. The ready-made ones are of the program, and a list of their own. */
export const templatesList = defineList<TemplateListRow, ReturnType<typeof toView>>({
  name: 'templates',
  namespace: 'work',
  columns: {
    name: { type: 'text', sql: 'lower(t.name)', sort: true },
    note: { type: 'text' },
    stepCount: { type: 'integer' },
    madeAt: { type: 'instant', sql: 't.made_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM work.current_template t',
  as: 't',
  select: 't.*',
  keys: [{ sql: 't.id', type: 'id' }],
  defaultSort: 'name',
  search: { ways: [(words) => containing('lower(t.name)', words)] },
  // Templates are everybody's.
  scope: { market: EVERY_ROW, location: EVERY_ROW },
  present: toView,
})

function toView({ id, name, note, parties, steps, version, made_at: madeAt }: TemplateListRow) {
  return {
    id,
    name,
    note,
    parties,
    steps,
    stepCount: steps.length,
    ready: false,
    version,
    madeAt: madeAt.toISOString(),
  }
}
