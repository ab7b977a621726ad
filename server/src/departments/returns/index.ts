export { checkStatement } from './domain/statement.ts'
export type { Statement } from './domain/statement.ts'
export type { Withdrawal } from './queries/read-withdrawals.ts'
export { stateWithdrawal } from './use-cases/state-withdrawal.ts'
