import { NativeSelect, Switch } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../../app/session/session.ts'
import { answer, api } from '../../../client/api.ts'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { saveFile } from '../../../ui/done.ts'
import type { BulkTarget } from '../../../ui/list/list-screen.tsx'

type Form = 'fondaco' | 'shopify'
type Format = 'csv' | 'xlsx'

/** As many as one address can name; more are exported by what the list shows. */
export const MOST_CHOSEN = 200

interface ProductExportProps {
  /** All products unless told. */
  readonly target?: BulkTarget | undefined
  readonly onClose: () => void
}

/** Products as a file that a shop can import: in which form, as what kind of file, and with which parts. */
export function ProductExport({ target, onClose }: ProductExportProps) {
  const t = useTranslations('catalog.export')
  const say = useTranslations('catalog.import')
  const can = useCan()
  const mayStock = can('inventory:read')
  const [form, setForm] = useState<Form>('fondaco')
  const [format, setFormat] = useState<Format>('csv')
  const [stock, setStock] = useState(mayStock)
  const [costs, setCosts] = useState(false)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => fetchFile({ form, format, stock, costs, ...narrowedTo(target) }),
    onSuccess: (file) => {
      saveFile(file, `products-${form}.${format}`)
      onClose()
    },
  })
  return (
    <ConfirmDialog
      opened
      title={t('title')}
      confirm={t('submit')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <p className="dimmed">{t(target === undefined ? 'all' : 'ids' in target ? 'chosen' : 'shown', count(target))}</p>
      <NativeSelect
        label={t('form')}
        description={t(form === 'fondaco' ? 'fondacoMeaning' : 'shopifyMeaning')}
        value={form}
        data={[
          { value: 'fondaco', label: say('formats.fondaco') },
          { value: 'shopify', label: say('formats.shopify') },
        ]}
        onChange={(change) => setForm(change.currentTarget.value as Form)}
      />
      <NativeSelect
        label={t('format')}
        value={format}
        data={[
          { value: 'csv', label: 'CSV' },
          { value: 'xlsx', label: t('workbook') },
        ]}
        onChange={(change) => setFormat(change.currentTarget.value as Format)}
      />
      {mayStock && (
        <Switch label={t('stock')} checked={stock} onChange={(change) => setStock(change.currentTarget.checked)} />
      )}
      {can('pricing:costs') && (
        <Switch
          label={t('costs')}
          description={t('costsMeaning')}
          checked={costs}
          onChange={(change) => setCosts(change.currentTarget.checked)}
        />
      )}
    </ConfirmDialog>
  )
}

const count = (target: BulkTarget | undefined) => ({ count: target && 'ids' in target ? target.ids.length : 0 })

const narrowedTo = (target: BulkTarget | undefined) =>
  target === undefined ? {} : 'ids' in target ? { ids: target.ids } : target.selection

interface FileAsked {
  readonly form: Form
  readonly format: Format
  readonly stock: boolean
  readonly costs: boolean
  readonly ids?: string[]
  readonly filter?: string[]
  readonly search?: string
  readonly zone?: string
}

function fetchFile(asked: FileAsked): Promise<Blob> {
  const query = { ...asked, bom: asked.format === 'csv' }
  return answer(
    api.GET('/api/product-exports', { params: { query }, parseAs: 'blob' }),
  ) as Promise<unknown> as Promise<Blob>
}
