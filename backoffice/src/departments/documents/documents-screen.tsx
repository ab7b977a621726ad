import { Button } from '@mantine/core'
import { IconFileInvoice } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { RecordList } from '../../ui/list/record-list.tsx'
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
    <RecordList
      department="documents"
      path="/api/documents"
      icon={IconFileInvoice}
      words={{
        title: t('title'),
        search: t('search'),
        empty: t('noneYet'),
        emptyRemedy: t('noneYetMeaning'),
        noneFound: t('noneFound'),
        noneFoundRemedy: t('noneFoundRemedy'),
      }}
      shown={SHOWN}
      looks={looks}
      rowTitle={titleOf}
      at="/documents"
      actions={
        <Button variant="default" component={Link} to="/document-series">
          {t('series.title')}
        </Button>
      }
    />
  )
}

const titleOf = ({ label }: DocumentRow) => label
