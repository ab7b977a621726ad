import type { Database } from '../../../host/database/pool.ts'
import { sql } from '../../../host/database/sql.ts'
import { nameIn, type Names } from '../domain/names.ts'

interface Search {
  readonly typed: string
  readonly limit: number
  readonly locale: string
}

export interface FoundWork {
  readonly kind: 'project' | 'template' | 'recurrence'
  readonly id: string
  readonly title: string
  /** What it was made from, or who is asked. */
  readonly about: string
}

/** For the palette: projects, the latest first, then own templates, then what comes again; each by part of its name, by its own index. */
export async function searchWork(
  reader: Pick<Database, 'rows'>,
  { typed, limit, locale }: Search,
): Promise<FoundWork[]> {
  const pattern = `%${typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const [projects, templates, recurrences] = await Promise.all([
    reader.rows(sql<{ id: string; title: string; about: string }>`
      SELECT id, title, template_name AS about FROM work.project WHERE lower(title) LIKE ${pattern}
      ORDER BY anchor_on DESC, id DESC LIMIT ${limit}`),
    reader.rows(sql<{ id: string; title: string }>`
      SELECT id, name AS title FROM work.current_template WHERE lower(name) LIKE ${pattern} ORDER BY lower(name), id LIMIT ${limit}`),
    reader.rows(sql<{ id: string; title: string; names: Names }>`
      SELECT id, title, assignee_names AS names FROM work.recurrence WHERE lower(title) LIKE ${pattern}
      ORDER BY lower(title), id LIMIT ${limit}`),
  ])
  return [
    ...projects.map((one) => ({ kind: 'project' as const, ...one })),
    ...templates.map((one) => ({ kind: 'template' as const, ...one, about: '' })),
    ...recurrences.map(({ names, ...one }) => ({ kind: 'recurrence' as const, ...one, about: nameIn(names, locale) })),
  ]
}
