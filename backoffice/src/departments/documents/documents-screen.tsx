import { Button } from '@mantine/core'
import { IconFileInvoice } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import type { DocumentRow } from './queries.ts'

// i18n-dynamic: documents.kinds.*

const SHOWN = ['label', 'kind', 'issuedOn', 'orderNumber', 'customer', 'total']

/** Everything that was issued, the newest first. */
export default function DocumentsScreen() {
  const t = useTranslations('documents')
  const looks = useMemo<Looks<DocumentRow>>(
    () => ({
      label: { width: '176px', cell: ({ label }) => <b>{label}</b> },
      kind: { width: '184px', place: 'lead-end', cell: ({ kind }) => t(`kinds.${kind}`) },
      issuedOn: { width: '136px' },
      orderNumber: { width: '112px', place: 'line' },
      customer: { width: '28%', place: 'line' },
      total: { place: 'figure' },
    }),
    [t],
  )
  return (
    <ListScreen
      department="documents"
      path="/api/documents"
      title={t('title')}
      searchLabel={t('search')}
      shown={SHOWN}
      looks={looks}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={linkOf}
      actions={
        <Button variant="default" component={Link} to="/document-series">
          {t('series.title')}
        </Button>
      }
      empty={
        <EmptyState icon={IconFileInvoice} title={t('noneYet')}>
          {t('noneYetMeaning')}
        </EmptyState>
      }
      noneFound={
        <EmptyState icon={IconFileInvoice} title={t('noneFound')}>
          {t('noneFoundRemedy')}
        </EmptyState>
      }
    />
  )
}

const idOf = ({ id }: DocumentRow) => id
const titleOf = ({ label }: DocumentRow) => label
const linkOf = ({ id }: DocumentRow) => `/documents/${id}`
