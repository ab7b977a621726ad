/**
 * A house in which everybody asks everybody, written by the database itself: for EXPLAIN and benches only. Half of the to-dos are
 * asked of a person, a quarter of one of forty units, a quarter of one of two roles, so that a role's lie in one inbox by the
 * ten thousand.
 */
export function fillPeople(count: number): string {
  return `
    INSERT INTO people.unit (id, kind, name, created_at)
    SELECT md5('unit' || n)::uuid, 'department', 'Unit ' || n, now() FROM generate_series(0, 39) n;
    INSERT INTO people.staff (id, name, email, locale, created_at)
    SELECT md5('staff' || n)::uuid, 'Person ' || n, 'person' || n || '@village.example', 'it', now()
    FROM generate_series(1, ${count}) n;
    INSERT INTO people.unit_member (unit_id, staff_id, since)
    SELECT md5('unit' || n % 40)::uuid, md5('staff' || n)::uuid, now() FROM generate_series(1, ${count}) n;`
}

export function fillInbox({ todos, people }: { readonly todos: number; readonly people: number }): string {
  const assignee = `CASE n % 4 WHEN 0 THEN 'unit:' || md5('unit' || n / 4 % 40)::uuid
    WHEN 1 THEN 'role:' || (ARRAY['care_agent','picker'])[1 + n / 4 % 2]
    ELSE 'staff:' || md5('staff' || 1 + n % ${people})::uuid END`
  return `
    INSERT INTO work.todo (id, title, assignee, assignee_names, due_at, made_at, occasion)
    SELECT md5('todo' || n)::uuid, 'Call ' || n, ${assignee}, '{"en": "Somebody"}',
      CASE WHEN n % 3 > 0 THEN now() + (n % 2000 - 500) * interval '1 hour' END, now() - n * interval '37 seconds', '1'
    FROM generate_series(1, ${todos}) n;
    INSERT INTO work.inbox_item (id, recipient, kind, ref_type, ref_id, occasion, title_key, title_params, path, at, due_at,
      closed_at, closed_by)
    SELECT md5('item' || n)::uuid, ${assignee}, 'todo', 'todo', md5('todo' || n)::uuid::text, '1', 'work.told.todo',
      jsonb_build_object('title', 'Call ' || n), '/todos/' || md5('todo' || n)::uuid, now() - n * interval '37 seconds',
      CASE WHEN n % 3 > 0 THEN now() + (n % 2000 - 500) * interval '1 hour' END, NULL, NULL
    FROM generate_series(1, ${todos}) n;
    INSERT INTO work.inbox_item (id, recipient, kind, ref_type, ref_id, title_key, path, at, closed_at, closed_by)
    SELECT md5('mention' || n)::uuid, 'staff:' || md5('staff' || 1 + n % ${people})::uuid, 'mention', 'comment', n::text,
      'work.told.mentioned', '/talk/' || n, now() - n * interval '51 seconds', now() - n * interval '5 seconds', 'staff'
    FROM generate_series(1, ${todos}) n;`
}

/** This person has read all but every thousandth of what is open in their roles' inboxes, and put some off. */
export function readNearlyAll(staffId: string): string {
  return `
    INSERT INTO work.inbox_mark (item_id, staff_id, seen_at, snoozed_until)
    SELECT id, '${staffId}', now(), CASE WHEN n % 97 = 0 THEN now() + interval '3 days' END
    FROM (SELECT id, row_number() OVER (ORDER BY at) AS n FROM work.inbox_item WHERE recipient LIKE 'role:%') i
    WHERE n % 1000 > 0`
}
