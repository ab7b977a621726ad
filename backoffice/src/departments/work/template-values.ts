import type { Values } from '../../ui/form/field.ts'
import type { Template, TemplateBody } from './project-queries.ts'

/** A step while it is typed: who is asked by name, the checklist as lines. */
export interface StepDraft {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly checklist: string
  readonly who: string
  readonly dueDays: number
}

export function templateValues(start: Template | undefined, name = start?.name): Values {
  return { name: name ?? '', note: start?.note ?? '', steps: draftsOf(start) }
}

/** The same each time: what was loaded is compared with what is loaded later. */
function draftsOf(start: Template | undefined): StepDraft[] {
  if (!start) return [emptyStep('0', undefined)]
  const names = new Map(start.parties.map(({ key, name }) => [key, name]))
  return start.steps.map(({ party, checklist, ...step }, index) => ({
    ...step,
    id: String(index),
    who: names.get(party) ?? '',
    checklist: checklist.join('\n'),
  }))
}

export function emptyStep(id: string, before: StepDraft | undefined): StepDraft {
  return { id, title: '', note: '', checklist: '', who: before?.who ?? '', dueDays: before?.dueDays ?? 0 }
}

export const stepsIn = (value: unknown) => value as readonly StepDraft[]

/** Whoever is named alike is one and the same. */
export function templateOf(values: Values): TemplateBody {
  const steps = stepsIn(values['steps'])
  const names = [...new Set(steps.map(({ who }) => who.trim()))]
  const keyOf = (who: string) => `p${names.indexOf(who.trim())}`
  return {
    name: String(values['name']),
    note: String(values['note']),
    parties: names.map((one) => ({ key: keyOf(one), name: one })),
    steps: steps.map(({ id: _id, who, checklist, ...step }) => ({
      ...step,
      party: keyOf(who),
      checklist: checklist.split('\n').flatMap((line) => line.trim() || []),
    })),
  }
}
