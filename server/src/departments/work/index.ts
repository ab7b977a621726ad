/** The only door of work: commands, queries, id and view types, each by name. */
export type { Recipient } from './domain/recipient.ts'
export type { Reference, Told, ToldKind } from './domain/told.ts'
export { tell, untell } from './use-cases/tell.ts'
