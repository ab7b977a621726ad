import { ok, type Result } from '../../../kernel/result.ts'
import { deskRefusals as refusals } from './desk-refusals.ts'

export type TagColour = 'grey' | 'red' | 'orange' | 'yellow' | 'green' | 'teal' | 'blue' | 'violet' | 'pink'

/** More are read by nobody. */
export const MOST_TAGS_OF_ORDER = 20

export interface TagWish {
  readonly name: string
  readonly colour: TagColour
}

export function soundTag({ name, colour }: TagWish): Result<TagWish> {
  const said = name.trim().replaceAll(/\s+/g, ' ')
  return said === '' ? refusals.tag_name_missing({ field: 'name' }) : ok({ name: said, colour })
}

/** The tags that an order has afterwards, each once. */
export function retag(
  there: ReadonlySet<string>,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Result<{ readonly added: readonly string[]; readonly removed: readonly string[] }> {
  const added = [...new Set(add)].filter((id) => !there.has(id) && !remove.includes(id))
  const removed = [...new Set(remove)].filter((id) => there.has(id))
  if (there.size + added.length - removed.length > MOST_TAGS_OF_ORDER) {
    return refusals.too_many_tags({ params: { maximum: MOST_TAGS_OF_ORDER } })
  }
  return ok({ added, removed })
}
