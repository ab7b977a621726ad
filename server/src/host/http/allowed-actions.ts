import type { Refusal } from '../../kernel/result.ts'
import { permissionsOf } from '../actor.ts'
import { hostRefusals } from '../refusals.ts'
import { refusalKey } from './problem.ts'
import type { Call } from './route.ts'

/** What could be done to a record, as its department decides it: the refusal is the one that the action would get. */
export interface PossibleAction {
  readonly action: string
  readonly permission: string
  readonly refusal: Refusal | null
}

export interface AllowedAction {
  readonly action: string
  readonly allowed: boolean
  readonly reason: { readonly code: string; readonly message: string } | null
}

/** The same for this caller, who may lack the permission, with the reason in their words: screens never guess. */
export function allowedActions(call: Call, possible: readonly PossibleAction[]): AllowedAction[] {
  const translate = call.house.translations.for(call.locale)
  return possible.map(({ action, permission, refusal }) => {
    if (!permissionsOf(call.actor).has(permission)) {
      const { code } = hostRefusals.not_allowed().refusal
      return { action, allowed: false, reason: { code, message: translate('host.needs_permission', { permission }) } }
    }
    if (!refusal) return { action, allowed: true, reason: null }
    const key = refusalKey(refusal.code)
    // Titles stand alone in other places, so that some end as headings do.
    const title = translate(`${key}.title`, refusal.params).replace(/\.$/, '')
    const message = `${title}. ${translate(`${key}.remedy`, refusal.params)}`
    return { action, allowed: false, reason: { code: refusal.code, message } }
  })
}
