import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { isLanguage, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { attributeList, type Attribute } from './definition-queries.ts'
import { nameIn } from './name-in.ts'
import styles from './product-record.module.css'
import type { Product } from './queries.ts'

/** What is missing, each leading to the field where it is filled in. */
export function MissingParts({ missing }: Pick<Product['completeness'], 'missing'>) {
  const attributes = useQuery(attributeList).data?.items ?? []
  const partName = usePartName(attributes)
  return (
    <ul className={styles.missing}>
      {missing.map(({ field, language }) => (
        <li key={field}>
          <button type="button" className={styles.part} onClick={() => goTo(field)}>
            {partName(field)}
          </button>
          {language !== null && isLanguage(language) && (
            <span className={styles.note}> · {LANGUAGE_NAMES[language]}</span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where it is filled in: the input of that name on this page, or the one that holds it. */
function goTo(field: string): void {
  const parts = field.split('.')
  const names = parts.map((_, at) => parts.slice(0, parts.length - at).join('.'))
  const found = names.flatMap((name) => [
    ...document.querySelectorAll<HTMLElement>(
      `[name="${CSS.escape(name)}"], [name^="${CSS.escape(name)}."], #${CSS.escape(name)}`,
    ),
  ])
  found[0]?.scrollIntoView({ block: 'center' })
  found[0]?.focus()
}

const PARTS = {
  names: 'name',
  descriptions: 'description',
  images: 'pictures',
  makerId: 'maker',
  responsibleId: 'responsible',
  originCountry: 'origin',
  hsCode: 'hsCode',
} as const

// i18n-dynamic: catalog.completeness.parts.*
function usePartName(attributes: readonly Attribute[]): (field: string) => string {
  const t = useTranslations('catalog.completeness.parts')
  const locale = useLocale()
  return (field) => {
    if (field.startsWith('images.alts')) return t('alts')
    const [, code] = /attributes\.([^.]+)/.exec(field) ?? []
    const attribute = attributes.find((one) => one.code === code)
    if (attribute) return nameIn(attribute.names, locale)
    const [head = ''] = field.split('.')
    return head in PARTS ? t(PARTS[head as keyof typeof PARTS]) : field
  }
}
