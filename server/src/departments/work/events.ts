import type { DomainEvent } from '../../host/outbox/emit.ts'

/** An inbox has changed. It names a channel and not its owner, since whoever has an inbox hears of it. */
export const inboxChanged = (channel: string): DomainEvent => ({
  name: 'inbox.changed.v1',
  ref: { kind: 'inbox', id: channel },
  payload: {},
})

/** A to-do has changed; screens that show it ask again. */
export const todoChanged = (todoId: string): DomainEvent => ({
  name: 'work.todo_changed.v1',
  ref: { kind: 'work', id: todoId },
  payload: { todoId },
})

/** A plan or a blackout window is another than it was; calendars that are open read again. */
export const calendarChanged = (id: string): DomainEvent => ({
  name: 'work.calendar_changed.v1',
  ref: { kind: 'work', id },
  payload: { id },
})

/** Somebody asked for something that others must agree to; told on the record that it is about. */
export const approvalRequested = (
  ref: DomainEvent['ref'],
  payload: { readonly approvalId: string; readonly act: string },
): DomainEvent => ({ name: 'approval.requested.v1', ref, payload })

/** The waiting is over: approved, refused, withdrawn, expired or failed. */
export const approvalEnded = (
  ref: DomainEvent['ref'],
  payload: { readonly approvalId: string; readonly state: string },
): DomainEvent => ({ name: 'approval.ended.v1', ref, payload })

/** Something was said about a record, or is said otherwise. */
export const said = (recordId: string): DomainEvent => ({
  name: 'work.said.v1',
  ref: { kind: 'talk', id: recordId },
  payload: { recordId },
})
