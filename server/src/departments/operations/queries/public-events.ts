import { PUBLIC_EVENTS, publicEvent, type PublicEvent } from '../domain/public-events.ts'

/** What programs outside can be told of, in the order in which people see it. */
export const listPublicEvents = (): readonly PublicEvent[] => PUBLIC_EVENTS

/** Whether somebody with these permissions may see such facts; a test is of nothing, and for everybody. */
export function seesFacts(kind: string, permissions: ReadonlySet<string>): boolean {
  const permission = publicEvent(kind)?.permission
  return permission === undefined || permissions.has(permission)
}
