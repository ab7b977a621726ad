import type { Context } from '../../../host/context.ts'
import { makeTodo, type TodoWish } from '../../work/index.ts'

/** Who answers for money; where nobody keeps books here, who owns the shop. */
const ASKED = ['accountant', 'owner'] as const

/** A to-do for them; null where nobody is there to be asked. */
export async function askWhoKeepsBooks(ctx: Context, wish: Omit<TodoWish, 'assignee'>): Promise<string | null> {
  for (const id of ASKED) {
    const asked = await makeTodo(ctx, { ...wish, priority: 'high', assignee: { kind: 'role', id } })
    if (asked.ok) return asked.value.id
  }
  return null
}
