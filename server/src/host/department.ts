import type { GuardedAct } from './guard/act.ts'
import type { DomainEvent } from './outbox/emit.ts'
import type { FactRule } from './live/fact-rule.ts'
import type { JobDefinition } from './outbox/worker.ts'
import type { WebhookDescription } from './http/openapi.ts'
import type { Route } from './http/route.ts'
import type { FrameSource } from './mail/mail-desk.ts'
import type { MailGate } from './mail/mail-gate.ts'
import type { AnyMailKind } from './mail/mail-kind.ts'
import type { CalendarSource } from './plans/calendar-source.ts'
import type { InterferenceRule } from './plans/interference-rule.ts'
import type { RecordType } from './records/record-type.ts'
import type { RelatedSource } from './records/related.ts'
import type { SettingDefinition } from './settings/setting.ts'
import type { TaskDefinition } from './tasks/task.ts'

/** What a department declares of itself; apps put the house together from these and from nothing else. */
export interface Department {
  readonly name: string
  /** Departments whose index.ts this one may call. The graph has no cycle. */
  readonly dependsOn: readonly string[]
  /** Every action that a role may be granted, as `department:action`. */
  readonly permissions: readonly string[]
  readonly routes: readonly Route[]
  readonly jobs: readonly JobDefinition[]
  /** Event name -> kinds of own job that it wakes. */
  readonly subscribers: Readonly<Record<string, readonly string[]>>
  /** Catalogues of refusals, for docs/errors.md and its test. */
  readonly refusals: readonly object[]
  /** Audited object type -> what it takes to see and to give it files; such records have files and a timeline. */
  readonly recordTypes?: Readonly<Record<string, RecordType>>
  /** Subject of facts (`payment` of `payment.captured.v1`) -> who hears of them, where no kind of record says it. */
  readonly facts?: Readonly<Record<string, FactRule>>
  /** Kind of record -> what of one's own belongs to it and is shown on its page. */
  readonly related?: Readonly<Record<string, readonly RelatedSource[]>>
  /** What people may set without a programmer; key `department.name`. */
  readonly settings?: readonly SettingDefinition[]
  /** What it writes to people, whose words the shop may make its own (host/mail). */
  readonly mails?: readonly AnyMailKind[]
  /** Who writes and who is behind it, on every mail: said by one department. */
  readonly mailFrame?: FrameSource
  /** Who may be sent what promotes the shop: said by one department (host/mail/mail-gate.ts). */
  readonly mailGate?: MailGate
  /** What programs outside can be told of, for the description of the API. */
  readonly messages?: readonly WebhookDescription[]
  /** Long work that people start and watch. */
  readonly tasks?: readonly TaskDefinition[]
  /** What others may have to approve, and what a rule about it can look at (host/guard). */
  readonly acts?: readonly GuardedAct[]
  /** What it shows on the calendar of the house. */
  readonly calendar?: readonly CalendarSource[]
  /** When other people's plans and its own cannot both go well. */
  readonly interference?: readonly InterferenceRule[]
}

export function defineDepartment(department: Department): Department {
  return Object.freeze(department)
}

export type { DomainEvent }
