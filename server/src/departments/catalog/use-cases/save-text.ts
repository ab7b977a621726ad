import type { Context } from '../../../host/context.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Option, Texts } from '../domain/product.ts'
import { refusals } from '../domain/refusals.ts'
import { lockAttribute } from '../store/definitions.ts'
import { lockProduct } from '../store/locks.ts'
import { putAttribute } from './put-attribute.ts'
import { changeBrand } from './save-brand.ts'
import { changeCollection } from './save-collection.ts'
import { changeCategory } from './save-category.ts'
import { carryOut } from './save-product.ts'
import type { TextToWrite } from './translate-text.ts'

type TextToSave = Pick<TextToWrite, 'kind' | 'id' | 'field' | 'language' | 'text'>

/** Into its record, through the same use case as every other save of it. */
export async function saveText(ctx: Context, wish: TextToSave): Promise<Result<unknown>> {
  const { kind, id, field, language, text } = wish
  const changes = { [field]: { [language]: text } }
  if (kind === 'product' || kind === 'option') return saveInProduct(ctx, wish)
  if (kind === 'category') return changeCategory(ctx, { id, version: undefined, changes })
  if (kind === 'collection') return changeCollection(ctx, { id, version: undefined, changes })
  if (kind === 'brand') return changeBrand(ctx, { id, version: undefined, changes })
  return saveInAttribute(ctx, wish)
}

async function saveInProduct(ctx: Context, { kind, id, field, language, text }: TextToSave): Promise<Result<unknown>> {
  const product = await lockProduct(ctx, id)
  if (!product) return refusals.text_not_found()
  const { handle, options } = product
  const texts = { [language]: text }
  if (kind === 'product') return carryOut(ctx, product, { handle, [field]: texts })
  return carryOut(ctx, product, { handle, options: options.map((option) => withName(option, field, texts)) })
}

function withName(option: Option, field: string, texts: Texts): Option {
  const { code, names, choices } = option
  return {
    code,
    names: code === field ? said(names, texts) : names,
    choices: choices.map((choice) =>
      `${code}.${choice.code}` === field ? { ...choice, names: said(choice.names, texts) } : choice,
    ),
  }
}

async function saveInAttribute(
  ctx: Context,
  { kind, id, field, language, text }: TextToSave,
): Promise<Result<unknown>> {
  const attribute = await lockAttribute(ctx, id)
  if (!attribute) return refusals.text_not_found()
  const { version, ...draft } = attribute
  const texts = { [language]: text }
  if (kind === 'attribute') return putAttribute(ctx, { ...draft, names: { ...draft.names, ...texts } }, version)
  const choices = draft.choices.map((choice) =>
    choice.code === field ? { ...choice, names: said(choice.names, texts) } : choice,
  )
  return putAttribute(ctx, { ...draft, choices }, version)
}

/** A text of nothing takes the translation away. */
function said(names: Texts, texts: Texts): Texts {
  return Object.fromEntries(Object.entries({ ...names, ...texts }).filter(([, text]) => text !== '')) as Texts
}
