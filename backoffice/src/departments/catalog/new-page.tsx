import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'

interface NewPageProps {
  readonly title: string
  readonly draft: string
  readonly fields: readonly Field[]
  readonly initial: object
  readonly to: '/products/categories/$id' | '/products/collections/$id' | '/products/brands/$id'
  readonly create: (values: Values) => Promise<{ readonly id: string }>
  readonly onClose: () => void
}

/** A name is enough; its page asks for the rest. */
export function NewPage({ title, draft, fields, initial, to, create, onClose }: NewPageProps) {
  const t = useTranslations('catalog.categories')
  const client = useQueryClient()
  const navigate = useNavigate()
  const made = useRef('')
  const [first] = fields
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <RecordForm
        fields={fields}
        initial={initial}
        version={undefined}
        draft={draft}
        submit={t('create')}
        nameOf={(path) => (path === 'handle' ? (first?.name ?? path) : path)}
        save={async ({ values }) => {
          made.current = (await create(values)).id
        }}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['catalog'] })
          onClose()
          void navigate({ to, params: { id: made.current } })
        }}
        onCancel={onClose}
      />
    </Modal>
  )
}
