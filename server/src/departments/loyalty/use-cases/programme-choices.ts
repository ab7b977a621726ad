import type { House } from '../../../host/context.ts'
import type { Locale } from '../../../host/i18n/locales.ts'
import { listCategories } from '../../catalog/index.ts'
import { listGroupChoices } from '../../customers/index.ts'

export interface ProgrammeChoices {
  readonly categories: { readonly id: string; readonly name: string }[]
  readonly groups: { readonly code: string; readonly name: string }[]
}

/** Which goods and which customers a programme can leave out, in the reader's language. */
export async function programmeChoices(reader: House['database'], locale: Locale): Promise<ProgrammeChoices> {
  const [categories, groups] = await Promise.all([listCategories(reader, { locale }), listGroupChoices(reader, locale)])
  return {
    categories: categories.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, locale)),
    groups: groups.map(({ code, name }) => ({ code, name })),
  }
}
