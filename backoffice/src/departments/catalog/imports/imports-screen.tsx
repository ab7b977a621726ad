import { Button } from '@mantine/core'
import { IconFileExport, IconFileImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Cell } from '../../../ui/cell.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ListScreen } from '../../../ui/list/list-screen.tsx'
import type { Looks } from '../../../ui/list/use-declared-columns.tsx'
import type { ImportRow } from './import-queries.ts'
import { ProductExport } from '../exports/product-export.tsx'
import { ImportState } from './import-state.tsx'

// i18n-dynamic: catalog.import.formats.*
const SHOWN = ['name', 'createdAt', 'actor', 'created', 'changed', 'refused', 'state']

/** Every file that was brought in, the newest first. */
export default function ImportsScreen() {
  const t = useTranslations('catalog.import')
  const looks = useMemo<Looks<ImportRow>>(
    () => ({
      name: {
        place: 'line',
        cell: ({ name, format }) => <Cell title={name} note={t(`formats.${format}` as 'formats.own')} />,
      },
      format: { place: 'hidden' },
      actor: { width: '16%', place: 'hidden' },
      createdAt: { width: '176px', place: 'detail' },
      created: { width: '96px', place: 'hidden' },
      changed: { width: '104px', place: 'hidden' },
      refused: { width: '128px', place: 'hidden' },
      undone: { place: 'hidden' },
      state: { width: '160px', place: 'lead-end', cell: ({ state }) => <ImportState state={state} /> },
    }),
    [t],
  )
  const [isExporting, setExporting] = useState(false)
  const give = (
    <Button variant="default" leftSection={<IconFileExport size={18} aria-hidden />} onClick={() => setExporting(true)}>
      {t('export')}
    </Button>
  )
  const add = (
    <Button
      leftSection={<IconFileImport size={18} aria-hidden />}
      renderRoot={(props) => <Link to="/products/import" {...props} />}
    >
      {t('open')}
    </Button>
  )
  return (
    <ListScreen
      department="catalog"
      path="/api/product-imports"
      title={t('list')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={nameOf}
      linkTo={linkOf}
      actions={
        <>
          {give}
          {add}
          {isExporting && <ProductExport onClose={() => setExporting(false)} />}
        </>
      }
      empty={
        <EmptyState icon={IconFileImport} title={t('empty')} action={add}>
          {t('emptyRemedy')}
        </EmptyState>
      }
      noneFound={<EmptyState icon={IconFileImport} title={t('noneFound')} />}
    />
  )
}

const idOf = ({ id }: ImportRow) => id
const nameOf = ({ name }: ImportRow) => name
const linkOf = ({ id }: ImportRow) => `/products/imports/${id}`
