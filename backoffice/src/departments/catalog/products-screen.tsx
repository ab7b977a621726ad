import { Button, Menu } from '@mantine/core'
import { IconFileImport, IconTags } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen, type BulkTarget } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { zone } from '../../ui/list/list-queries.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { ProductExport } from './exports/product-export.tsx'
import { NewProductDialog } from './new-product-dialog.tsx'
import { ProductBulk } from './product-bulk.tsx'
import { changeProduct, rename, type ProductRow } from './queries.ts'
import { FirstStep } from '../set-up/first-step.tsx'

// i18n-dynamic: catalog.states.*
const SHOWN = ['name', 'vendor', 'categoryName', 'completeness', 'updatedAt', 'state']

export default function ProductsScreen() {
  const t = useTranslations('catalog')
  const locale = useLocale()
  const can = useCan()
  const mayWrite = can('catalog:write')
  const looks = useMemo<Looks<ProductRow>>(
    () => ({
      name: {
        cell: ({ name, imageFileId }) => <Cell picture={<Thumbnail fileId={imageFileId} />} title={name} />,
        editor: !mayWrite
          ? undefined
          : {
              text: ({ name }) => name,
              check: (text) => (text.trim() === '' ? t('nameMissing') : undefined),
              apply: (row, text) => ({ ...row, name: text.trim() }),
              save: (row, text) => rename(row, locale, text.trim()),
            },
      },
      vendor: {
        width: '17%',
        place: 'detail',
        editor: !mayWrite
          ? undefined
          : {
              text: ({ vendor }) => vendor,
              apply: (row, text) => ({ ...row, vendor: text.trim() }),
              save: async (row, text) => versionOf(await changeProduct(row, { vendor: text.trim() })),
            },
      },
      categoryName: { width: '16%', place: 'hidden' },
      variantCount: { place: 'hidden' },
      completeness: { width: '120px', place: 'hidden' },
      familyName: { place: 'hidden' },
      updatedAt: { place: 'hidden' },
      state: {
        width: '144px',
        place: 'lead-end',
        cell: ({ state }) => (
          <StateBadge tone={state === 'published' ? 'good' : 'neutral'}>{t(`states.${state}`)}</StateBadge>
        ),
      },
    }),
    [t, locale, mayWrite],
  )
  const bulk = useCallback(
    (target: BulkTarget, onDone: () => void) => <ProductBulk target={target} onDone={onDone} />,
    [],
  )
  const definitionsButton = (
    <Button variant="default" renderRoot={(props) => <Link to="/products/attributes" {...props} />}>
      {t('record.open')}
    </Button>
  )
  const [isMaking, setIsMaking] = useState(false)
  const [exported, setExported] = useState<BulkTarget>()
  const newButton = mayWrite && (
    <Button variant="default" onClick={() => setIsMaking(true)}>
      {t('newProduct.open')}
    </Button>
  )
  const importButton = can('catalog:import') && (
    <Button
      leftSection={<IconFileImport size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/products/import" {...props} />}
    >
      {t('import.open')}
    </Button>
  )
  return (
    <ListScreen
      department="catalog"
      path="/api/products"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={nameOf}
      linkTo={linkOf}
      actions={
        <>
          {definitionsButton}
          {newButton}
          {isMaking && <NewProductDialog onClose={() => setIsMaking(false)} />}
          {exported && <ProductExport target={exported} onClose={() => setExported(undefined)} />}
          {importButton}
        </>
      }
      moreExports={({ filter, search }) => (
        <Menu.Item
          onClick={() =>
            setExported({ selection: { filter: [...filter], ...(search !== undefined && { search }), zone: zone() } })
          }
        >
          {t('export.open')}
        </Menu.Item>
      )}
      {...(mayWrite ? { bulk } : {})}
      empty={
        <EmptyState icon={IconTags} title={t('empty')} action={importButton}>
          {t('emptyRemedy')}
          <FirstStep step="product" />
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconTags} title={t('noneFound')} />}
    />
  )
}

const versionOf = ({ version }: { readonly version: number }) => ({ version })
const idOf = ({ id }: ProductRow) => id
const nameOf = ({ name }: ProductRow) => name
const linkOf = ({ id }: ProductRow) => `/products/${id}`
