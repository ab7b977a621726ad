import { IconTags } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale } from 'use-intl'
import { byCode, Definitions, useDefinitionWords } from './definitions.tsx'
import { TaxCategoryForm } from './tax-category-form.tsx'
import { nameOfCategory, taxCategoryList } from './tax-queries.ts'

/** What goods are called where they are taxed alike, in every language of the house. */
export default function TaxCategoriesScreen() {
  const locale = useLocale()
  return (
    <Definitions
      {...useDefinitionWords('taxCategory')}
      icon={IconTags}
      writePermission="tax:write"
      list={useQuery(taxCategoryList)}
      keyOf={byCode}
      show={(category) => ({ title: nameOfCategory(category, locale), note: category.code })}
      Form={TaxCategoryForm}
    />
  )
}
