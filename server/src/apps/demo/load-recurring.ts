import { listUnitNames } from '../../departments/people/index.ts'
import { makeProject, makeRecurrence, type RecurrenceWish } from '../../departments/work/index.ts'
import { runCommand, type House } from '../../host/context.ts'
import type { StaffActor } from '../../host/auth/staff-directory.ts'
import { addDays, localDateIn, type LocalDate } from '../../kernel/time.ts'
import { demand } from '../demand.ts'

type Assignee = RecurrenceWish['assignee']

/** What comes again at Bottega Laguna, and the launch that everybody works towards. */
export async function loadRecurring(house: House, owner: StaffActor): Promise<void> {
  const units = await listUnitNames(house.database)
  const today = localDateIn(house.clock.now(), 'Europe/Rome')
  const asked = (name: string): Assignee => {
    const unit = units.find((one) => one.name === name)
    return unit ? { kind: 'unit', id: unit.id } : { kind: 'role', id: 'owner' }
  }
  for (const wish of recurring(today, asked)) {
    demand(await runCommand(house, { actor: owner }, (ctx) => makeRecurrence(ctx, wish)))
  }
  const launch = {
    template: 'product_launch',
    title: 'Launch of the winter scarf',
    keyOn: addDays(today, 30),
    locale: 'en',
    assignees: new Map([
      ['buying', { kind: 'role', id: 'buyer' }],
      ['goods', asked('Assortimento')],
      ['words', asked('Marketing')],
      ['care', asked('Assistenza clienti')],
      ['stock', asked('Magazzino')],
    ] as const satisfies readonly (readonly [string, Assignee])[]),
  }
  demand(await runCommand(house, { actor: owner }, (ctx) => makeProject(ctx, launch)))
}

function recurring(today: LocalDate, asked: (name: string) => Assignee): RecurrenceWish[] {
  const always = { startsOn: today, endsOn: null }
  return [
    {
      ...always,
      title: 'Month end close',
      assignee: asked('Amministrazione'),
      rule: { every: 'last_working_day' },
      dueTime: '17:00',
      checklist: ['Bank', 'Cards', 'Till'],
    },
    {
      ...always,
      title: 'Look through what runs out',
      assignee: { kind: 'role', id: 'buyer' },
      rule: { every: 'week', weekdays: [1, 4] },
      dueTime: '10:00',
    },
  ]
}
