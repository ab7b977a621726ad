import { Button } from '@mantine/core'
import { IconSettingsAutomation } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FilterBar, StateChips } from '../../ui/filter-bar.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { useKeysetList } from '../../ui/use-keyset-list.ts'
import { useListSearch } from '../../ui/use-list-search.ts'
import { jobList, replayJob, type Job, type JobState } from './queries.ts'

// i18n-dynamic: operations.jobs.kinds.*, operations.jobs.states.*

const STATES: readonly JobState[] = ['dead', 'ready', 'running', 'done']
const TONES: Readonly<Record<JobState, Tone>> = { dead: 'danger', ready: 'waiting', running: 'active', done: 'good' }

export default function JobsScreen() {
  const t = useTranslations('operations.jobs')
  const format = useFormatter()
  const say = useCodeWords()
  const mayReplay = useCan()('operations:replay')
  const client = useQueryClient()
  const [search, change] = useListSearch()
  const state = STATES.find((one) => one === search.state)
  const list = useKeysetList<Job>(jobList({ state }))
  const { mutate: replay } = useMutation({
    mutationFn: replayJob,
    onSuccess: async () => {
      sayDone(t('replayed'))
      await client.invalidateQueries({ queryKey: ['operations'] })
    },
  })
  const columns = useMemo<Column<Job>[]>(
    () => [
      {
        id: 'kind',
        header: t('columns.work'),
        place: 'lead',
        cell: ({ kind, lastError, state: now }) => (
          <Cell
            title={<b>{say('operations.jobs.kinds', kind)}</b>}
            note={now === 'dead' || now === 'ready' ? lastError : null}
          />
        ),
      },
      {
        id: 'attempts',
        width: '120px',
        header: t('columns.attempts'),
        align: 'end',
        place: 'hidden',
        cell: ({ attempts, maxAttempts }) =>
          t('attempts', { attempts: format.number(attempts), most: format.number(maxAttempts) }),
      },
      {
        id: 'created',
        width: '176px',
        header: t('columns.since'),
        place: 'detail',
        cell: ({ createdAt }) => <DateText value={createdAt} />,
      },
      {
        id: 'state',
        width: '144px',
        header: t('columns.state'),
        place: 'lead-end',
        cell: ({ state: now }) => <StateBadge tone={TONES[now]}>{t(`states.${now}`)}</StateBadge>,
      },
      {
        id: 'replay',
        width: '152px',
        header: '',
        align: 'end',
        place: 'detail',
        cell: ({ id, state: now }) =>
          mayReplay && now === 'dead' ? (
            <Button size="compact-sm" variant="subtle" onClick={() => replay(id)}>
              {t('replay')}
            </Button>
          ) : null,
      },
    ],
    [t, format, say, mayReplay, replay],
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <FilterBar>
        <StateChips
          label={t('columns.state')}
          all={t('all')}
          states={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={(next) => change({ state: next })}
        />
      </FilterBar>
      <DataTable
        label={t('title')}
        list={list}
        columns={columns}
        rowId={idOf}
        empty={<EmptyState icon={IconSettingsAutomation} title={t(state === 'dead' ? 'noneDead' : 'none')} />}
      />
    </>
  )
}

const idOf = ({ id }: Job) => id
