import { scopeOf, staffBehind, type Actor } from '../../../host/actor.ts'
import type { Database } from '../../../host/database/pool.ts'
import { isUuid } from '../../../kernel/ids.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { findStaff, listRoles, listUnitNames, searchStaff, unitsOf } from '../../people/index.ts'
import { nameIn, type Names } from '../domain/names.ts'
import { recipientOf, recipientText, type Assignee, type Recipient } from '../domain/recipient.ts'
import { refusals } from '../domain/refusals.ts'
import type { Mover } from '../domain/todo.ts'
import type { Theirs } from '../queries/read-projects.ts'

type Reader = Pick<Database, 'row' | 'rows'>

/** Under which texts somebody is asked and told: by themselves, by their departments and teams, by their roles. */
export async function addressesOf(reader: Reader, staffId: string): Promise<string[]> {
  const [staff, units] = await Promise.all([findStaff(reader, staffId), unitsOf(reader, staffId)])
  return [
    `staff:${staffId}`,
    ...units.map(({ id }) => `unit:${id}`),
    ...(staff?.roles ?? []).map((code) => `role:${code}`),
  ]
}

/** Undefined for who sees the whole house's work; else what of it is theirs. */
export async function theirsOf(reader: Reader, actor: Actor): Promise<Theirs | undefined> {
  if (scopeOf(actor) === undefined) return undefined
  const staffId = staffBehind(actor) ?? NOBODY
  return { staffId, addresses: await addressesOf(reader, staffId) }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

export async function moverOf(reader: Reader, staffId: string): Promise<Mover> {
  return { id: staffId, addresses: new Set(await addressesOf(reader, staffId)) }
}

/** What the asked are called now; refuses who is not there any more. */
export async function nameAssignee(reader: Reader, assignee: Assignee): Promise<Result<Names>> {
  const names = await namesOf(reader, assignee)
  return names ? ok(names) : refusals.unknown_assignee({ field: 'assignee', params: { who: recipientText(assignee) } })
}

async function namesOf(reader: Reader, { kind, id }: Assignee): Promise<Names | undefined> {
  if (kind === 'role') return (await listRoles(reader)).find((role) => role.code === id)?.names
  if (kind === 'unit') {
    const unit = (await listUnitNames(reader)).find((one) => one.id === id)
    return unit && { en: unit.name }
  }
  const staff = isUuid(id) ? await findStaff(reader, id) : undefined
  return staff && staff.endedAt === null ? { en: staff.name } : undefined
}

export interface NamedRecipient {
  readonly kind: Recipient['kind']
  readonly id: string
  readonly name: string
}

/** What the recipients of these are called; one's own units and roles are few, so each kind is read once. */
export async function namesOfRecipients(
  reader: Reader,
  told: readonly { readonly recipient: string }[],
  { locale, self }: { readonly locale: string; readonly self: { readonly id: string; readonly name: string } },
): Promise<ReadonlyMap<string, NamedRecipient>> {
  const wanted = [...new Set(told.map(({ recipient }) => recipient))].map((text) => ({ text, ...recipientOf(text) }))
  const has = (kind: Recipient['kind']) => wanted.some((one) => one.kind === kind)
  const [units, roles] = await Promise.all([
    has('unit') ? listUnitNames(reader) : [],
    has('role') ? listRoles(reader) : [],
  ])
  const name = ({ kind, id }: Recipient): string => {
    if (kind === 'staff') return id === self.id ? self.name : ''
    if (kind === 'unit') return units.find((unit) => unit.id === id)?.name ?? ''
    const role = roles.find((one) => one.code === id)
    return role ? nameIn(role.names, locale) : ''
  }
  return new Map(wanted.map(({ text, kind, id }) => [text, { kind, id, name: name({ kind, id }) }]))
}

export interface AssigneeChoice {
  readonly kind: Assignee['kind']
  readonly id: string
  readonly name: string
}

/** To whom something can be given, by part of a name: units and roles, then people. */
export async function findAssignees(
  reader: Reader,
  { typed, locale, limit }: { readonly typed: string; readonly locale: string; readonly limit: number },
): Promise<AssigneeChoice[]> {
  const words = typed.trim().toLowerCase()
  const [units, roles, staff] = await Promise.all([
    listUnitNames(reader),
    listRoles(reader),
    searchStaff(reader, typed, limit),
  ])
  const groups: AssigneeChoice[] = [
    ...units.map(({ id, name }) => ({ kind: 'unit' as const, id: String(id), name })),
    ...roles.map(({ code, names }) => ({ kind: 'role' as const, id: code, name: nameIn(names, locale) })),
  ]
  const fitting = groups.filter(({ name }) => name.toLowerCase().includes(words)).slice(0, limit)
  return [...staff.map(({ id, name }) => ({ kind: 'staff' as const, id, name })), ...fitting]
}

/** Departments, teams and roles, for lists that are filtered by who is asked. */
export async function assigneeChoices({
  house,
  locale,
}: {
  readonly house: { readonly database: Reader }
  readonly locale: string
}) {
  const found = await findAssignees(house.database, { typed: '', locale, limit: 200 })
  return found
    .filter(({ kind }) => kind !== 'staff')
    .map(({ kind, id, name }) => ({ value: `${kind}:${id}`, label: name }))
}
