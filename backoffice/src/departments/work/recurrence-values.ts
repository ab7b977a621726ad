import type { Values } from '../../ui/form/field.ts'
import { askedOf, askedValues } from './asked-values.ts'
import type { Recurrence, RecurrenceBody, RecurrenceRule } from './recurrence-queries.ts'

/** A rule is one thing: the days of a week mean nothing beside a day of the month. */
export const recurrenceValues = (record: Recurrence | undefined, today: string): Values => ({
  ...askedValues(record),
  rule: [record?.rule ?? { every: 'week', weekdays: [1] }],
  dueTime: record?.dueTime ?? '17:00',
  startsOn: record?.startsOn ?? today,
  endsOn: record?.endsOn ?? undefined,
})

export const ruleIn = (value: unknown) => (value as readonly [RecurrenceRule])[0]
export const timeIn = (values: Values) => String(values['dueTime'] ?? '')

const timesOf = (values: Values) => ({
  rule: ruleIn(values['rule']),
  dueTime: timeIn(values),
  startsOn: String(values['startsOn']),
  endsOn: String(values['endsOn'] ?? '') || null,
})

/** As it is sent. */
export const recurrenceOf = (values: Values, priority: RecurrenceBody['priority'] = 'normal'): RecurrenceBody => ({
  ...askedOf(values),
  ...timesOf(values),
  priority,
})
