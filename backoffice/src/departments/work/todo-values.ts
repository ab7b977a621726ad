import type { Values } from '../../ui/form/field.ts'
import type { Sent } from '../../ui/form/save-merging.ts'
import { askedOf, askedValues } from './asked-values.ts'
import type { Todo } from './todo-queries.ts'

/** A to-do as its form holds it. */
export const todoValues = (start: Todo | undefined): Values => ({
  ...askedValues(start),
  dueOn: start?.dueOn ?? undefined,
  dueTime: start?.dueTime ?? '',
  priority: start?.priority ?? 'normal',
})

/** A whole to-do, as it is asked for. */
export function wishOf(values: Values) {
  return { ...askedOf(values), priority: values['priority'] as Todo['priority'], ...dueOf(values) }
}

/** What was changed of one that stands, and nothing else; a day and its time are one. */
export function patchOf({ values, changes }: Pick<Sent, 'values' | 'changes'>) {
  const { checklist: _lines, ...whole } = wishOf(values)
  const isChanged = (name: string) => name in changes || ((name === 'dueOn' || name === 'dueTime') && isDueIn(changes))
  return Object.fromEntries(Object.entries(whole).filter(([name]) => isChanged(name))) as Partial<typeof whole>
}

const isDueIn = (changes: Values) => 'dueOn' in changes || 'dueTime' in changes

function dueOf(values: Values) {
  const dueOn = String(values['dueOn'] ?? '') || null
  return { dueOn, dueTime: dueOn === null ? null : String(values['dueTime'] ?? '') || null }
}
