import { ok, type Result } from '../../../kernel/result.ts'
import { addDays, daysBetween, localDateIn, type LocalDate } from '../../../kernel/time.ts'
import { instantAt, timeIn } from './local-time.ts'
import { projectRefusals } from './project-refusals.ts'
import type { Assignee } from './recipient.ts'

/** Somebody who is asked, to be named when the template is used. */
export interface Party {
  readonly key: string
  readonly name: string
}

export interface TemplateStep {
  readonly title: string
  readonly note: string
  readonly checklist: readonly string[]
  /** The key of a party. */
  readonly party: string
  /** Days from the key date: before it where negative. */
  readonly dueDays: number
}

export interface TemplateFields {
  readonly name: string
  readonly note: string
  readonly parties: readonly Party[]
  readonly steps: readonly TemplateStep[]
}

export function decideTemplate(wish: TemplateFields): Result<TemplateFields> {
  const name = wish.name.trim()
  if (name === '') return projectRefusals.template_name_missing({ field: 'name' })
  if (wish.steps.length === 0) return projectRefusals.template_steps_missing({ field: 'steps' })
  const parties = wish.parties.map((party) => ({ ...party, name: party.name.trim() }))
  const steps = wish.steps.map(tidyStep)
  const untitled = steps.findIndex(({ title }) => title === '')
  if (untitled !== -1) return projectRefusals.template_step_untitled({ field: `steps.${untitled}.title` })
  const known = new Set(parties.flatMap((party) => (party.name === '' ? [] : [party.key])))
  const lost = steps.findIndex(({ party }) => !known.has(party))
  if (lost !== -1) return projectRefusals.template_party_unknown({ field: `steps.${lost}.party` })
  const asked = new Set(steps.map(({ party }) => party))
  return ok({ name, note: wish.note.trim(), parties: parties.filter(({ key }) => asked.has(key)), steps })
}

function tidyStep(step: TemplateStep): TemplateStep {
  const checklist = step.checklist.map((text) => text.trim()).filter((text) => text !== '')
  return { ...step, title: step.title.trim(), note: step.note.trim(), checklist }
}

export interface AskedStep {
  readonly title: string
  readonly note: string
  readonly checklist: readonly string[]
  readonly assignee: Assignee
  readonly dueOn: LocalDate
}

/** What is asked of whom, and until when, in the order of its days. */
export function askedBy(
  { steps, parties }: TemplateFields,
  { keyOn, assignees }: { readonly keyOn: LocalDate; readonly assignees: ReadonlyMap<string, Assignee> },
): Result<AskedStep[]> {
  const asked: AskedStep[] = []
  for (const { title, note, checklist, party, dueDays } of steps.toSorted((a, b) => a.dueDays - b.dueDays)) {
    const assignee = assignees.get(party)
    if (!assignee) {
      const name = parties.find(({ key }) => key === party)?.name ?? party
      return projectRefusals.party_unassigned({ field: `assignees.${party}`, params: { party: name } })
    }
    asked.push({ title, note, checklist, assignee, dueOn: addDays(keyOn, dueDays) })
  }
  return ok(asked)
}

/** As many days later or earlier as the key date moved, at the same time by the clock on the wall. */
export function movedDue(
  dueAt: Date,
  moved: { readonly from: LocalDate; readonly to: LocalDate; readonly zone: string },
): Date {
  const { from, to, zone } = moved
  const on = addDays(localDateIn(dueAt, zone), daysBetween(from, to))
  return instantAt(on, timeIn(dueAt, zone), zone)
}
