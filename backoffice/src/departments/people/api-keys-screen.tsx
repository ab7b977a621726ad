import { Button } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Column } from '../../ui/column.ts'
import { Cell } from '../../ui/cell.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import { ApiKeyDialog } from './api-key-dialog.tsx'
import { ApiKeyPanel } from './api-key-panel.tsx'
import { ApiKeyRenewal } from './api-key-renewal.tsx'
import { revokeApiKey, type ApiKey } from './api-key-queries.ts'
import { PeopleNav } from './people-nav.tsx'
import { useScopeText } from './use-scope-text.ts'

const SHOWN = ['name', 'rights', 'scope', 'expiresAt', 'lastUsedAt', 'state']
const TONES: Readonly<Record<ApiKey['state'], Tone>> = {
  active: 'good',
  expired: 'neutral',
  revoked: 'neutral',
  owner_left: 'danger',
}

// i18n-dynamic: app.keys.state.*
export default function ApiKeysScreen() {
  const t = useTranslations('app.keys')
  const scopeText = useScopeText()
  const [making, setMaking] = useState(false)
  const [opened, setOpened] = useState<ApiKey>()
  const [leaving, setLeaving] = useState<ApiKey>()
  const [renewing, setRenewing] = useState<ApiKey>()
  const looks = useMemo<Looks<ApiKey>>(
    () => ({
      name: {
        place: 'lead',
        cell: ({ name, owner }) => <Cell title={<b>{name}</b>} note={t('of', { name: owner })} />,
      },
      rights: { width: '104px', place: 'hidden' },
      scope: { width: '128px', cell: ({ scope }) => (scope === null ? t('everything') : scopeText(scope)) },
      expiresAt: { width: '136px', cell: ({ expiresAt }) => <DateText value={expiresAt} form="date" /> },
      lastUsedAt: {
        width: '152px',
        cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('unused') : <DateText value={lastUsedAt} />),
      },
      state: {
        width: '144px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={TONES[state]}>{t(`state.${state}`)}</StateBadge>,
      },
    }),
    [t, scopeText],
  )
  const lastColumn = useMemo<Column<ApiKey>>(
    () => ({
      id: 'open',
      width: '120px',
      header: '',
      align: 'end',
      place: 'detail',
      cell: (key) => (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('openNamed', { name: key.name })}
          onClick={() => setOpened(key)}
        >
          {t('open')}
        </Button>
      ),
    }),
    [t],
  )
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PeopleNav />
      <ListScreen
        department="people"
        path="/api/api-keys"
        title={t('title')}
        subtitle={t('intro')}
        searchLabel={t('search')}
        shown={SHOWN}
        looks={looks}
        lastColumn={lastColumn}
        rowId={idOf}
        rowTitle={nameOf}
        actions={add}
        empty={
          <EmptyState icon={IconKey} title={t('none')}>
            {t('noneMeaning')}
          </EmptyState>
        }
        noneFound={<EmptyState icon={IconKey} title={t('noneFound')} />}
      />
      <ApiKeyDialog opened={making} onClose={() => setMaking(false)} />
      {opened && !leaving && !renewing && (
        <ApiKeyPanel
          apiKey={opened}
          onRevoke={() => setLeaving(opened)}
          onRenew={() => setRenewing(opened)}
          onClose={() => setOpened(undefined)}
        />
      )}
      {renewing && (
        <ApiKeyRenewal
          apiKey={renewing}
          onClose={() => {
            setRenewing(undefined)
            setOpened(undefined)
          }}
        />
      )}
      {leaving && (
        <RevokeDialog
          apiKey={leaving}
          onClose={() => setLeaving(undefined)}
          onRevoked={() => {
            setLeaving(undefined)
            setOpened(undefined)
          }}
        />
      )}
    </>
  )
}

interface RevokeDialogProps {
  readonly apiKey: ApiKey
  readonly onClose: () => void
  readonly onRevoked: () => void
}

function RevokeDialog({ apiKey: { id, name }, onClose, onRevoked }: RevokeDialogProps) {
  const t = useTranslations('app.keys')
  const client = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: async () => {
      onRevoked()
      await client.invalidateQueries({ queryKey: ['people'] })
      sayDone(t('revoked'))
    },
  })
  return (
    <ConfirmDialog
      opened
      danger
      title={t('revokeTitle', { name })}
      confirm={t('revoke')}
      busy={isPending}
      error={error}
      onConfirm={() => mutate(id)}
      onClose={onClose}
    >
      <p>{t('revokeMeaning')}</p>
    </ConfirmDialog>
  )
}

const idOf = ({ id }: ApiKey) => id
const nameOf = ({ name }: ApiKey) => name
