import { Button } from '@mantine/core'
import { IconSettingsAutomation } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import type { Column } from '../../ui/column.ts'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import { replayJob, type Job } from './queries.ts'

// i18n-dynamic: operations.jobs.states.*

const SHOWN = ['kind', 'attempts', 'createdAt', 'state']
const TONES: Readonly<Record<Job['state'], Tone>> = {
  dead: 'danger',
  ready: 'waiting',
  running: 'active',
  done: 'good',
}

export default function JobsScreen() {
  const t = useTranslations('operations.jobs')
  const format = useFormatter()
  const looks = useMemo<Looks<Job>>(
    () => ({
      kind: {
        cell: ({ title, lastError, state }) => (
          <Cell title={<b>{title}</b>} note={state === 'dead' || state === 'ready' ? lastError : null} />
        ),
      },
      attempts: {
        width: '136px',
        place: 'hidden',
        cell: ({ attempts, maxAttempts }) =>
          t('attempts', { attempts: format.number(attempts), most: format.number(maxAttempts) }),
      },
      state: {
        width: '160px',
        place: 'lead-end',
        cell: ({ state }) => <StateBadge tone={TONES[state]}>{t(`states.${state}`)}</StateBadge>,
      },
    }),
    [t, format],
  )
  return (
    <ListScreen
      department="operations"
      path="/api/jobs"
      title={t('title')}
      subtitle={t('intro')}
      shown={SHOWN}
      looks={looks}
      lastColumn={useReplayColumn()}
      rowId={idOf}
      rowTitle={titleOf}
      linkTo={linkOf}
      empty={<EmptyState icon={IconSettingsAutomation} title={t('none')} />}
      noneFound={<EmptyState icon={IconSettingsAutomation} title={t('none')} />}
    />
  )
}

/** Starts again what was given up; for those who may. */
function useReplayColumn(): Column<Job> | undefined {
  const t = useTranslations('operations.jobs')
  const mayReplay = useCan()('operations:replay')
  const client = useQueryClient()
  const { mutate: replay } = useMutation({
    mutationFn: replayJob,
    onSuccess: async () => {
      sayDone(t('replayed'))
      await client.invalidateQueries({ queryKey: ['operations'] })
    },
  })
  return useMemo(() => {
    if (!mayReplay) return undefined
    return {
      id: 'replay',
      width: '152px',
      header: '',
      align: 'end',
      place: 'detail',
      cell: ({ id, state }) =>
        state === 'dead' ? (
          <Button size="compact-sm" variant="subtle" onClick={() => replay(id)}>
            {t('replay')}
          </Button>
        ) : null,
    }
  }, [t, mayReplay, replay])
}

const idOf = ({ id }: Job) => id
const linkOf = ({ id }: Job) => `/records/job/${id}`
const titleOf = ({ title }: Job) => title
