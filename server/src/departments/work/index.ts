/** The only door of work: commands, queries, id and view types, each by name. */
export type { Recipient } from './domain/recipient.ts'
export type { Reference, Told, ToldKind } from './domain/told.ts'
export { tell, untell } from './use-cases/tell.ts'
export { approvalDesk } from './use-cases/approval-desk.ts'
export { blackoutGuard } from './use-cases/blackout-guard.ts'
export { approvalGuard } from './use-cases/approval-guard.ts'
export { decideApproval, type DecisionMade } from './use-cases/decide-approval.ts'
export {
  changeApprovalRule,
  endApprovalRule,
  makeApprovalRule,
  type SavedRule,
} from './use-cases/save-approval-rule.ts'
export type { RuleDraft } from './domain/approval-rule.ts'
export { listApprovalRules, type RuleView } from './queries/list-approval-rules.ts'
export type { PlanKind, PlanTime, PlanWish } from './domain/plan.ts'
export { holidaysIn, nextHoliday } from './domain/calendar-holidays.ts'
export { hasPlans } from './queries/read-plans.ts'
export { createPlan } from './use-cases/save-plan.ts'
export { closeWindow } from './use-cases/save-blackout.ts'
export { findApproval } from './queries/read-approval.ts'
export { nameAssignee } from './use-cases/whose.ts'
export { settleTodo } from './use-cases/settle-todo.ts'
export { makeTodo, type TodoWish } from './use-cases/make-todo.ts'
export { hasTodos, searchTodos } from './queries/get-todo.ts'
export { searchWork, type FoundWork } from './queries/search-work.ts'
export type { Speaker } from './domain/comment.ts'
export { beginThread, deleteComment, speakerOf, type Mention } from './use-cases/talk.ts'
export { makeRecurrence, type RecurrenceWish } from './use-cases/save-recurrence.ts'
export { makeProject } from './use-cases/save-project.ts'
export { readPlanOfRecord } from './use-cases/read-plan-of-record.ts'
export {
  foreseeInterference,
  settleInterference,
  weighInterference,
  type Foreseen,
  type Intent,
  type Weighing,
} from './use-cases/weigh-interference.ts'
