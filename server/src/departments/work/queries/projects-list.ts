import { EVERY_ROW, defineList } from '../../../host/lists/define-list.ts'
import { containing } from '../../../host/lists/search-text.ts'
import type { LocalDate } from '../../../kernel/time.ts'

interface ProjectListRow {
  readonly id: string
  readonly title: string
  readonly template_name: string
  readonly key_on: LocalDate
  readonly made_at: Date
  readonly version: number
  readonly done: number
  readonly total: number
  readonly overdue: number
}

/** Projects with how far they are, by their key dates, the latest first. What was dropped counts no more. */
export const projectsList = defineList<ProjectListRow, ReturnType<typeof toView>>({
  name: 'projects',
  namespace: 'work',
  columns: {
    title: { type: 'text', sql: 'lower(p.title)', sort: true },
    templateName: { type: 'text' },
    keyOn: { type: 'date', sql: 'p.anchor_on', filter: ['is', 'from', 'to', 'last'], sort: true },
    done: { type: 'integer' },
    total: { type: 'integer' },
    overdue: { type: 'integer' },
    madeAt: { type: 'instant', sql: 'p.made_at', filter: ['from', 'to', 'last'], sort: true },
  },
  from: 'FROM work.project p',
  as: 'p',
  details: `LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE t.state <> 'dropped')::int AS total, count(*) FILTER (WHERE t.state = 'done')::int AS done,
      count(*) FILTER (WHERE t.state IN ('open', 'taken') AND t.due_at < now())::int AS overdue
    FROM work.todo t WHERE t.project_id = p.id) k ON true`,
  select: 'p.*, p.anchor_on::text AS key_on, k.total, k.done, k.overdue',
  keys: [{ sql: 'p.id', type: 'id' }],
  defaultSort: '-keyOn',
  search: { ways: [(words) => containing('lower(p.title)', words)] },
  // Of no market: who is narrowed sees those that are theirs (`isProjectOf`).
  scope: { market: EVERY_ROW, location: EVERY_ROW },
  present: toView,
})

function toView(row: ProjectListRow) {
  return {
    id: row.id,
    title: row.title,
    templateName: row.template_name,
    keyOn: row.key_on,
    done: row.done,
    total: row.total,
    overdue: row.overdue,
    madeAt: row.made_at.toISOString(),
    version: row.version,
  }
}
