import { Skeleton } from '@mantine/core'
import { IconAdjustments } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useListSearch } from '../../ui/use-list-search.ts'
import { settingList, type Setting } from './queries.ts'
import { SettingHistory } from './setting-history.tsx'
import { SettingRow } from './setting-row.tsx'
import { SettingsFrame } from './settings-frame.tsx'

// i18n-dynamic: settings.departments.*

/** What can be set, by department; found by its words, its hint and what it affects. */
export default function SettingsScreen() {
  const t = useTranslations('settings')
  const [{ search = '' }, change] = useListSearch()
  const [history, setHistory] = useState<Setting>()
  const { data, error, refetch } = useQuery(settingList)
  const groups = useMemo(() => groupsOf(data?.items ?? [], search), [data, search])
  const nameOf = (department: string) => {
    const key = `departments.${department}` as 'departments.orders'
    return t.has(key) ? t(key) : department
  }
  return (
    <SettingsFrame>
      <SearchField label={t('search')} value={search} onSearch={(text) => change({ search: text })} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton height={320} radius="lg" />
      ) : groups.length === 0 ? (
        <Panel>
          <EmptyState icon={IconAdjustments} title={t(search ? 'noneFound' : 'noneForYou')}>
            {t(search ? 'noneFoundRemedy' : 'noneForYouRemedy')}
          </EmptyState>
        </Panel>
      ) : (
        groups.map(([department, items]) => (
          <Panel key={department} title={nameOf(department)} flush>
            <PanelLines>
              {items.map((setting) => (
                <li key={setting.key}>
                  <SettingRow setting={setting} onHistory={() => setHistory(setting)} />
                </li>
              ))}
            </PanelLines>
          </Panel>
        ))
      )}
      <SettingHistory setting={history} onClose={() => setHistory(undefined)} />
    </SettingsFrame>
  )
}

function groupsOf(items: readonly Setting[], search: string): [string, Setting[]][] {
  const wanted = search.trim().toLowerCase()
  const found = items.filter(({ key, label, hint, affects }) =>
    [key, label, hint, ...affects].some((words) => words.toLowerCase().includes(wanted)),
  )
  return Object.entries(Object.groupBy(found, ({ department }) => department)).map(([name, some]) => [name, some ?? []])
}
