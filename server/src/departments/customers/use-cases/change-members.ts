import type { Context } from '../../../host/context.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { addressesIn, MOST_PASTED, normalLabel, wordsOf } from '../domain/group.ts'
import { refusals } from '../domain/refusals.ts'
import { lockCustomer } from '../store/customers.ts'
import {
  addMembers,
  findByEmails,
  lockGroup,
  raiseGroupVersion,
  readLabels,
  removeMember,
  storeLabels,
} from '../store/groups.ts'
import { auditGroup } from './save-group.ts'
import { sortCustomer } from './sort-customers.ts'

export interface AddedMembers {
  readonly added: number
  readonly already: number
  /** Addresses of nobody who is a customer: they are added when they are. */
  readonly unknown: readonly string[]
}

/** By their addresses, as they were pasted. Who is known comes in; the others are told. */
export async function addGroupMembers(
  ctx: Context,
  { id, emails }: { readonly id: string; readonly emails: string },
): Promise<Result<AddedMembers>> {
  const group = await lockGroup(ctx, id)
  if (!group) return refusals.group_not_found()
  const wanted = addressesIn(emails)
  if (wanted.length === 0 || wanted.length > MOST_PASTED)
    return refusals.nobody_to_add({ field: 'emails', params: { most: MOST_PASTED } })
  const found = await findByEmails(ctx, wanted)
  const known = new Set(found.map(({ email }) => email))
  const added =
    found.length === 0
      ? 0
      : await addMembers(
          ctx,
          group.id,
          found.map((one) => one.id),
        )
  if (added > 0) {
    raiseGroupVersion(ctx, group.id)
    const change = { field: 'members', before: null, after: added }
    auditGroup(ctx, { id: group.id, version: group.version + 1 }, [change], 'customers:add-members')
  }
  return ok({ added, already: found.length - added, unknown: wanted.filter((email) => !known.has(email)) })
}

/** Out of the group until a person, or its rule the next time, puts them in. */
export async function removeGroupMember(
  ctx: Context,
  { id, customerId }: { readonly id: string; readonly customerId: string },
): Promise<Result<void>> {
  const group = await lockGroup(ctx, id)
  if (!group) return refusals.group_not_found()
  if (!(await removeMember(ctx, group.id, customerId))) return refusals.not_found()
  raiseGroupVersion(ctx, group.id)
  const change = { field: 'members', before: customerId, after: null }
  auditGroup(ctx, { id: group.id, version: group.version + 1 }, [change], 'customers:remove-member')
  return ok()
}

/** The shop's own words for a customer; rules of groups look at them. */
export async function setLabels(
  ctx: Context,
  { customerId, labels }: { readonly customerId: string; readonly labels: readonly string[] },
): Promise<Result<{ readonly labels: string[] }>> {
  const customer = await lockCustomer(ctx.tx, customerId)
  if (!customer) return refusals.not_found()
  const after = wordsOf(labels.map(normalLabel))
  const before = await readLabels(ctx, customer.id)
  if (before.join('\n') === after.join('\n')) return ok({ labels: after })
  storeLabels(ctx, customer.id, after)
  ctx.audit({
    action: 'customers:label',
    objectType: 'customer',
    objectId: customer.id,
    version: customer.version + 1,
    changes: [{ field: 'labels', before: [...before], after }],
  })
  await sortCustomer(ctx, customer.id)
  return ok({ labels: after })
}
