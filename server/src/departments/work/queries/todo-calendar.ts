import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'

export interface DueTodo {
  readonly id: string
  readonly title: string
  readonly dueAt: Date
}

/** What somebody has to do between two instants: taken by them, or given to one of these (`staff:<id>`, `unit:<id>`, `role:<code>`). */
export function listDueTodos(
  reader: Pick<Database, 'rows'>,
  {
    startsAt,
    endsAt,
    staffId,
    assignees,
    limit,
  }: { startsAt: Date; endsAt: Date; staffId: string; assignees: readonly string[]; limit: number },
): Promise<DueTodo[]> {
  return reader.rows(sql<DueTodo>`
    SELECT id, title, due_at AS "dueAt" FROM work.todo
    WHERE due_at >= ${startsAt} AND due_at < ${endsAt} AND state IN ('open', 'taken')
      AND (taken_by = ${staffId}::uuid OR (taken_by IS NULL AND assignee = ANY(${assignees}::text[])))
    ORDER BY due_at, id LIMIT ${limit}`)
}
