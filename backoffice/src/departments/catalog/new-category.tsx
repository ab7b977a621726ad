import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { createCategory } from './category-queries.ts'

interface NewCategoryProps {
  readonly parentHandle: string | null
  readonly parentName?: string
  readonly onClose: () => void
}

/** A name is enough; its page asks for the rest. */
export function NewCategory({ parentHandle, parentName, onClose }: NewCategoryProps) {
  const t = useTranslations('catalog.categories')
  const client = useQueryClient()
  const navigate = useNavigate()
  const made = useRef('')
  const fields: Field[] = [{ kind: 'texts', name: 'names', label: t('name'), show: 'all', maxLength: 255 }]
  return (
    <Modal
      opened
      onClose={onClose}
      title={parentName === undefined ? t('add') : t('addTo', { name: parentName })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <RecordForm
        fields={fields}
        initial={{ names: {} }}
        version={undefined}
        draft="category/new"
        submit={t('add')}
        nameOf={(path) => (path === 'handle' ? 'names' : path)}
        save={async ({ values }) => {
          const names = values['names'] as { en: string }
          const { id } = await createCategory({ handle: codeOf(names.en), names, parentHandle })
          made.current = id
        }}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['catalog'] })
          onClose()
          void navigate({ to: '/products/categories/$id', params: { id: made.current } })
        }}
        onCancel={onClose}
      />
    </Modal>
  )
}
