import type { Context } from '../../../host/context.ts'
import { choiceFact, type GuardedAct } from '../../../host/guard/act.ts'
import { weigh } from '../../../host/guard/weigh.ts'
import type { Result } from '../../../kernel/result.ts'

/** Who decides by which provider people come in could come in as any of them. */
export const CHANGE_SIGN_IN: GuardedAct = {
  act: 'people.change_sign_in',
  permission: 'people:write',
  facts: { change: 'choice' },
  choices: { change: ['add_provider', 'change_provider'] },
}

export function weighProvider(
  ctx: Context,
  change: 'add_provider' | 'change_provider',
  { id, name }: { readonly id: string; readonly name: string },
): Promise<Result<void>> {
  return weigh(ctx, {
    act: CHANGE_SIGN_IN.act,
    facts: { change: choiceFact(change) },
    ref: { kind: 'sign_in_provider', id },
    label: name,
  })
}
