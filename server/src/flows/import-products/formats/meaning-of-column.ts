import { currencyCode } from '../../../kernel/currency.ts'
import type { ImportRecord } from '../../../departments/catalog/index.ts'
import { isField } from './field.ts'
import type { Meaning } from './format.ts'
import { formatOf, isFormat, plain } from './formats.ts'

/** What a column of an import is: as a person said, else as its format says. */
export function meaningOfColumn(
  { mapping, format, currency }: Pick<ImportRecord, 'mapping' | 'format' | 'currency'>,
  heading: string,
  at: number,
): Meaning {
  const said = mapping?.[at] ?? ''
  if (mapping) return isField(said) ? said : 'passed_over'
  return formatOf(isFormat(format) ? format : 'own').meaningOf(plain(heading), currencyCode(currency ?? 'EUR'))
}
