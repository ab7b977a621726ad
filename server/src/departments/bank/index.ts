/** The only door of bank: commands, queries, id and view types, each by name. */
export { refusals as bankRefusals } from './domain/refusals.ts'
export type { Match } from './domain/match-entry.ts'
export { findOrderNumbered, listOpenEntries } from './queries/read-entries.ts'
export type { Entry } from './queries/read-entries.ts'
export {
  lockEntryToBook,
  lockOpenEntry,
  recordBooked,
  recordBookedPayout,
  recordProposal,
} from './use-cases/end-entry.ts'
export { matchOne, matchRefundOf } from './use-cases/match-one.ts'
export { takeStatements } from './use-cases/take-statements.ts'
export type { TakenStatement } from './use-cases/take-statements.ts'
