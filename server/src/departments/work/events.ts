import type { DomainEvent } from '../../host/outbox/emit.ts'

/** An inbox has changed. It names a channel and not its owner, since whoever has an inbox hears of it. */
export const inboxChanged = (channel: string): DomainEvent => ({
  name: 'inbox.changed.v1',
  ref: { kind: 'inbox', id: channel },
  payload: {},
})
