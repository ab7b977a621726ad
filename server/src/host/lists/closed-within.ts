import { SCOPE_KINDS, type Scope } from '../actor.ts'
import type { Route } from '../http/route.ts'
import { listOf } from './list-routes.ts'

/**
 * Permissions that open nothing to somebody who is narrowed to this scope, whoever gave them: menu, palette and screens leave out what
 * the server would refuse or show empty. Where a permission has lists, they decide: what belongs to a row is of no use without any.
 */
export function closedWithin(routes: Iterable<Route>, scope: Scope): ReadonlySet<string> {
  const kinds = SCOPE_KINDS.filter((kind) => scope[kind] !== undefined)
  const ofPermission = Map.groupBy(routes, ({ permission }) => permission)
  const isOpen = (all: readonly Route[]) => {
    const lists = all.map(listOf).filter((list) => list !== undefined)
    return lists.length > 0
      ? lists.some((list) => kinds.every((kind) => list.scope?.[kind] !== undefined))
      : all.some(({ withinScope }) => withinScope !== undefined)
  }
  return new Set([...ofPermission].filter(([, all]) => !isOpen(all)).map(([permission]) => permission))
}
