import { Drawer, Skeleton } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Changes } from '../../ui/changes.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { settingHistory, type Setting } from './queries.ts'

interface SettingHistoryProps {
  readonly setting: Setting | undefined
  readonly onClose: () => void
}

/** Who set it, to what, and what it was before. */
export function SettingHistory({ setting, onClose }: SettingHistoryProps) {
  const t = useTranslations('settings')
  return (
    <Drawer
      opened={setting !== undefined}
      onClose={onClose}
      position="right"
      size={440}
      title={setting && t('historyOf', { label: setting.label })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {setting && <History setting={setting} />}
    </Drawer>
  )
}

function History({ setting }: { readonly setting: Setting }) {
  const t = useTranslations('settings')
  const { data, error, refetch } = useQuery(settingHistory(setting.key))
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton height={160} />
  if (data.items.length === 0) return <EmptyState icon={IconHistory} title={t('neverSet')} />
  return (
    <Timeline
      items={data.items.map(({ at, by, before, after, version }, index) => ({
        id: `${version ?? 0}-${index}`,
        icon: IconHistory,
        title: after === null ? t('wasReset') : t('wasSet'),
        who: by.name,
        at,
        body: <Changes changes={[{ field: setting.label, before, after }]} />,
      }))}
    />
  )
}
