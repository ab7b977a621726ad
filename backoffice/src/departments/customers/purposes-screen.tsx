import { Button } from '@mantine/core'
import { IconMailCheck, IconUsers } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { RecordList } from '../../ui/list/record-list.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { PurposeRow } from './purpose-queries.ts'

const SHOWN = ['name', 'channel', 'given', 'retired']

/** For what the shop asks consent. */
export default function PurposesScreen() {
  const t = useTranslations('customers.purposes')
  const can = useCan()
  const mayWrite = can('customers:purposes')
  const looks = useMemo<Looks<PurposeRow>>(
    () => ({
      name: { place: 'line', cell: ({ name, code }) => <Cell title={name} note={code} /> },
      channel: { width: '152px', place: 'detail' },
      given: { width: '112px', place: 'lead-end' },
      retired: {
        width: '136px',
        place: 'lead',
        cell: ({ retired }) => (
          <StateBadge tone={retired ? 'neutral' : 'active'}>{t(retired ? 'retired' : 'asked')}</StateBadge>
        ),
      },
    }),
    [t],
  )
  return (
    <RecordList
      department="customers"
      path="/api/consent-purposes"
      icon={IconMailCheck}
      words={{
        title: t('title'),
        meaning: t('meaning'),
        search: t('search'),
        empty: t('empty'),
        emptyRemedy: t('emptyRemedy'),
        noneFound: t('noneFound'),
      }}
      shown={SHOWN}
      looks={looks}
      rowTitle={nameOf}
      at="/consent-purposes"
      actions={
        can('customers:export-consents') && (
          <Button
            variant="default"
            leftSection={<IconUsers size={18} aria-hidden />}
            renderRoot={(props) => <Link to="/consents" {...props} />}
          >
            {t('who')}
          </Button>
        )
      }
      add={mayWrite && { label: t('add'), to: '/consent-purposes/new' }}
    />
  )
}

const nameOf = ({ name }: PurposeRow) => name
