import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconSitemap } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Skeleton } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { isProblem } from '../../client/problem.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useActions } from '../../ui/use-actions.ts'
import styles from './people.module.css'
import { PeopleNav } from './people-nav.tsx'
import { PersonSelect } from './person-select.tsx'
import { addUnit, changeUnit, unitList, type Unit } from './queries.ts'

type Kind = Unit['kind']

export default function UnitsScreen() {
  const t = useTranslations('people.units')
  const mayChange = useCan()('people:write')
  const { data, error, refetch } = useQuery(unitList)
  const [adding, setAdding] = useState<Kind>()
  useActions(
    mayChange
      ? [
          { id: 'people:department', label: t('addDepartment'), icon: IconPlus, run: () => setAdding('department') },
          { id: 'people:team', label: t('addTeam'), icon: IconPlus, run: () => setAdding('team') },
        ]
      : [],
  )
  const units = data?.items ?? []
  const departments = units.filter(({ kind }) => kind === 'department')
  const loose = units.filter(({ kind, parentId }) => kind === 'team' && parentId === null)
  return (
    <>
      <PeopleNav />
      <PageHeader
        title={t('title')}
        subtitle={t('intro')}
        actions={
          mayChange && (
            <>
              <Button variant="default" onClick={() => setAdding('team')}>
                {t('addTeam')}
              </Button>
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding('department')}>
                {t('addDepartment')}
              </Button>
            </>
          )
        }
      />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={240} radius="lg" />}
      {data && units.length === 0 && (
        <EmptyState icon={IconSitemap} title={t('empty')}>
          {t('emptyRemedy')}
        </EmptyState>
      )}
      <div className={styles.cards}>
        {departments.map((department) => (
          <UnitCard
            key={department.id}
            unit={department}
            teams={units.filter(({ parentId }) => parentId === department.id)}
          />
        ))}
        {loose.map((team) => (
          <UnitCard key={team.id} unit={team} teams={[]} />
        ))}
      </div>
      {adding && <UnitDialog kind={adding} departments={departments} onClose={() => setAdding(undefined)} />}
    </>
  )
}

function UnitCard({ unit, teams }: { readonly unit: Unit; readonly teams: readonly Unit[] }) {
  const t = useTranslations('people.units')
  return (
    <Panel
      title={unit.name}
      aside={
        <Link to={`/team/units/${unit.id}`} aria-label={t('openIt', { name: unit.name })}>
          {t('open')}
        </Link>
      }
    >
      <p className={styles.note}>
        {t('members', { count: unit.members })} · {unit.head ? t('headIs', { name: unit.head.name }) : t('noHead')}
      </p>
      {teams.length > 0 && (
        <ul className={styles.list}>
          {teams.map((team) => (
            <li key={team.id} className={styles.line}>
              <Link to={`/team/units/${team.id}`}>{team.name}</Link>
              <span className={styles.note}>{t('members', { count: team.members })}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

interface UnitDialogProps {
  readonly kind: Kind
  readonly unit?: Unit
  readonly departments: readonly Unit[]
  readonly onClose: () => void
}

/** Makes a department or team, or changes the one that is given. */
export function UnitDialog({ kind, unit, departments, onClose }: UnitDialogProps) {
  const t = useTranslations('people.units')
  const client = useQueryClient()
  const [name, setName] = useState(unit?.name ?? '')
  const [parentId, setParentId] = useState(unit?.parentId ?? null)
  const [headId, setHeadId] = useState(unit?.head?.id ?? null)
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => {
      const fields = { name: name.trim(), parentId: kind === 'team' ? parentId : null, headId }
      await (unit ? changeUnit(unit, fields) : addUnit({ kind, ...fields }))
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      onClose()
    },
  })
  const wrong = isProblem(error) ? error.fields : {}
  const title = unit ? t('change') : t(kind === 'team' ? 'addTeam' : 'addDepartment')
  return (
    <ConfirmDialog
      opened
      title={title}
      confirm={unit ? t('save') : title}
      busy={isPending}
      ready={name.trim() !== ''}
      error={error}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t('name')}
        data-autofocus
        error={wrong.name}
        value={name}
        onChange={(change) => setName(change.currentTarget.value)}
      />
      {kind === 'team' && (
        <Select
          label={t('department')}
          clearable
          clearButtonProps={{ 'aria-label': t('noDepartment') }}
          error={wrong.parentId}
          data={departments.map((one) => ({ value: one.id, label: one.name }))}
          value={parentId}
          onChange={setParentId}
        />
      )}
      <PersonSelect label={t('head')} error={wrong.headId} value={headId} known={unit?.head} onChange={setHeadId} />
    </ConfirmDialog>
  )
}
