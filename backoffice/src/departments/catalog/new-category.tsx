import { useTranslations } from 'use-intl'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { createCategory } from './category-queries.ts'
import { NewPage } from './new-page.tsx'

interface NewCategoryProps {
  readonly parentHandle: string | null
  readonly parentName?: string
  readonly onClose: () => void
}

export function NewCategory({ parentHandle, parentName, onClose }: NewCategoryProps) {
  const t = useTranslations('catalog.categories')
  const fields: Field[] = [{ kind: 'texts', name: 'names', label: t('name'), show: 'all', maxLength: 255 }]
  return (
    <NewPage
      title={parentName === undefined ? t('add') : t('addTo', { name: parentName })}
      draft="category/new"
      fields={fields}
      initial={{ names: {} }}
      to="/products/categories/$id"
      create={(values) => {
        const names = values['names'] as { en: string }
        return createCategory({ handle: codeOf(names.en), names, parentHandle })
      }}
      onClose={onClose}
    />
  )
}
