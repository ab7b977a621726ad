import { Button, Modal, Skeleton } from '@mantine/core'
import { IconPlus, IconTags } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { orderTags, removeTag, saveTag, type Tag, type TagColour } from './desk-queries.ts'
import { OrderTags } from './order-tags.tsx'
import { RemoveDialog } from './remove-dialog.tsx'

// i18n-dynamic: orders.tags.colours.*
const COLOURS = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const

/** The words by which the shop sorts its orders. */
export default function TagsScreen() {
  const t = useTranslations('orders.tags')
  const mayWrite = useCan()('orders:write')
  const { data, error, refetch } = useQuery(orderTags)
  const [open, setOpen] = useState<Tag | 'new'>()
  const [removing, setRemoving] = useState<Tag>()
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        back={{ to: '/orders', label: useTranslations('orders')('title') }}
        actions={data && data.items.length > 0 && add}
      />
      {data?.items.length === 0 ? (
        <EmptyState icon={IconTags} title={t('empty')} action={add}>
          {t('emptyRemedy')}
        </EmptyState>
      ) : data ? (
        <Panel flush>
          <PanelLines>
            {data.items.map((tag) => (
              <PanelLine key={tag.id} title={<OrderTags tags={[tag]} />} note={t('orders', { count: tag.orders })}>
                {mayWrite && (
                  <>
                    <Button
                      variant="default"
                      onClick={() => setOpen(tag)}
                      aria-label={t('changeOf', { name: tag.name })}
                    >
                      {t('change')}
                    </Button>
                    <Button
                      variant="default"
                      onClick={() => setRemoving(tag)}
                      aria-label={t('removeOf', { name: tag.name })}
                    >
                      {t('remove')}
                    </Button>
                  </>
                )}
              </PanelLine>
            ))}
          </PanelLines>
        </Panel>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={240} radius="lg" />
      )}
      {open && <TagDialog tag={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
      {removing && (
        <RemoveDialog
          title={t('removeTitle', { name: removing.name })}
          meaning={t('removeMeaning', { count: removing.orders })}
          confirm={t('remove')}
          done={t('removed')}
          act={() => removeTag(removing.id)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  )
}

function TagDialog({ tag, onClose }: { readonly tag: Tag | undefined; readonly onClose: () => void }) {
  const t = useTranslations('orders.tags')
  const client = useQueryClient()
  const [key] = useState(() => crypto.randomUUID())
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 40 },
    {
      kind: 'choice',
      name: 'colour',
      label: t('colour'),
      options: COLOURS.map((value) => ({ value, label: t(`colours.${value}`) })),
    },
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(tag ? 'changeTitle' : 'add')}
      closeButtonProps={{ 'aria-label': t('close') }}
      radius="lg"
    >
      <RecordForm
        fields={fields}
        initial={tag ?? { name: '', colour: 'teal' }}
        version={tag?.version}
        submit={t('save')}
        onCancel={onClose}
        save={({ values }) =>
          saveTag(tag, { name: String(values['name']), colour: values['colour'] as TagColour }, key)
        }
        onSaved={() => {
          void client.invalidateQueries({ queryKey: ['orders'] })
          sayDone(t('saved'))
          onClose()
        }}
      />
    </Modal>
  )
}
