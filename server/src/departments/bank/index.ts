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
  recordBookedRun,
  recordProposal,
} from './use-cases/end-entry.ts'
export { listDebitsNamed, findDebitOfOrder } from './queries/read-debits.ts'
export type { Debit } from './queries/read-debits.ts'
export { recordBack, recordCollected, lockOneDebit } from './use-cases/change-debits.ts'
export { listTransfersNamed } from './queries/read-transfers.ts'
export { holdTransfers, recordTransferPaid } from './use-cases/hold-transfers.ts'
export { mandateText } from './use-cases/mandate-text.ts'
export { checkMandate, faultsOfMandate, signMandate } from './use-cases/sign-mandate.ts'
export type { SignedMandate } from './use-cases/sign-mandate.ts'
export { matchOne, matchRefundOf } from './use-cases/match-one.ts'
export { takeStatements } from './use-cases/take-statements.ts'
export type { TakenStatement } from './use-cases/take-statements.ts'
