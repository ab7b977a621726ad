import { defineDepartment } from '../../host/department.ts'
import { blackoutRefusals } from './domain/blackout-refusals.ts'
import { feedRefusals } from './domain/calendar-feed-refusals.ts'
import { planRefusals } from './domain/plan-refusals.ts'
import { planPart } from './http/plan-part.ts'
import { projectPart } from './http/project-part.ts'
import { projectRefusals } from './domain/project-refusals.ts'
import { recurrencePart } from './http/recurrence-part.ts'
import { recurrenceRefusals } from './domain/recurrence-refusals.ts'
import { approvalRefusals } from './domain/approval-refusals.ts'
import { refusals } from './domain/refusals.ts'
import { approvalRoutes } from './http/approval-routes.ts'
import { approvalRuleRoutes } from './http/approval-rule-routes.ts'
import { fileRoutes } from './http/file-routes.ts'
import { inboxRoutes } from './http/inbox-routes.ts'
import { talkRoutes } from './http/talk-routes.ts'
import { todoRoutes } from './http/todo-routes.ts'
import { approvalJobs } from './jobs/approval-jobs.ts'
import { mentionMail } from './jobs/mention-mail.ts'
import { sendDigests } from './jobs/send-digests.ts'
import { alertJobs, alertSubscribers } from './jobs/tell-alerts.ts'
import { approvalDays } from './queries/approval-settings.ts'
import { approvalExists, approvalRuleExists, approvalRuleTitles, approvalTitles } from './queries/read-approval.ts'
import { CHANGE_RULE } from './use-cases/save-approval-rule.ts'
import { todoExists, todoTitles } from './queries/get-todo.ts'

export const work = defineDepartment({
  name: 'work',
  dependsOn: ['people', 'organisation'],
  permissions: [...planPart.permissions, 'approvals:read', 'inbox:read', 'work:read', 'work:rules', 'work:write'],
  routes: [
    ...planPart.routes,
    ...inboxRoutes,
    ...todoRoutes,
    ...talkRoutes,
    ...fileRoutes,
    ...approvalRoutes,
    ...approvalRuleRoutes,
    ...recurrencePart.routes,
    ...projectPart.routes,
  ],
  jobs: [...planPart.jobs, ...approvalJobs, ...alertJobs, mentionMail, sendDigests, ...recurrencePart.jobs],
  subscribers: alertSubscribers,
  refusals: [
    planRefusals,
    blackoutRefusals,
    feedRefusals,
    refusals,
    approvalRefusals,
    recurrenceRefusals,
    projectRefusals,
  ],
  settings: [approvalDays],
  acts: [CHANGE_RULE],
  facts: { inbox: { read: 'inbox:read', anywhere: true }, work: { read: 'work:read' } },
  calendar: [...planPart.calendar, ...recurrencePart.calendar, ...projectPart.calendar],
  interference: planPart.interference,
  recordTypes: {
    ...planPart.recordTypes,
    ...recurrencePart.recordTypes,
    ...projectPart.recordTypes,
    approval: {
      read: 'approvals:read',
      write: 'approvals:read',
      exists: approvalExists,
      path: (id) => `/work/approvals/${id}`,
      titles: approvalTitles,
    },
    approval_rule: {
      read: 'work:rules',
      write: 'work:rules',
      exists: approvalRuleExists,
      path: (id) => `/records/approval_rule/${id}`,
      titles: approvalRuleTitles,
    },
    todo: {
      read: 'work:read',
      write: 'work:write',
      exists: todoExists,
      path: (id) => `/todos/${id}`,
      titles: todoTitles,
    },
  },
})
