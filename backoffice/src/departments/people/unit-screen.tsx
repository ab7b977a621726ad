import { CloseButton, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordHeader, type RecordAction } from '../../ui/record-header.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import styles from './people.module.css'
import { PersonSelect } from './person-select.tsx'
import { closeUnit, joinUnit, leaveUnit, unitDetail, unitList } from './queries.ts'
import { UnitDialog } from './units-screen.tsx'
import { RecordWork } from '../work/record-work.tsx'

// i18n-dynamic: people.units.kinds.*
export default function UnitScreen() {
  const t = useTranslations('people.units')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const mayChange = useCan()('people:write')
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: unit, error, refetch } = useQuery(unitDetail(id))
  const { data: all } = useQuery(unitList)
  useRecentRecord('unit', `/team/units/${id}`, unit?.name)
  const [asking, setAsking] = useState<'change' | 'close'>()
  const readAgain = () => client.invalidateQueries({ queryKey: ['people'] })
  const joining = useMutation({ mutationFn: (staffId: string) => joinUnit(id, staffId), onSuccess: readAgain })
  const leaving = useMutation({ mutationFn: (staffId: string) => leaveUnit(id, staffId), onSuccess: readAgain })
  const back = { to: '/team/units', label: t('title') }
  if (!unit) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={240} radius="lg" />}
      </>
    )
  }
  const departments = (all?.items ?? []).filter(({ kind }) => kind === 'department')
  const parent = departments.find((one) => one.id === unit.parentId)
  const teams = (all?.items ?? []).filter(({ parentId }) => parentId === unit.id)
  const actions: RecordAction[] = mayChange
    ? [
        { key: 'change', label: t('change'), onClick: () => setAsking('change') },
        {
          key: 'close',
          label: t('close'),
          danger: true,
          refusal: teams.length > 0 ? t('hasTeams') : undefined,
          onClick: () => setAsking('close'),
        },
      ]
    : []
  const members = unit.people
  return (
    <>
      <RecordHeader
        title={unit.name}
        subtitle={t(`kinds.${unit.kind}`)}
        back={back}
        record={{ type: 'unit', id }}
        actions={actions}
      />
      <RecordColumns
        main={
          <Panel title={t('membersTitle')}>
            <div className={styles.stack}>
              {members.length === 0 && <p className="dimmed">{t('nobody')}</p>}
              <ul className={styles.list}>
                {members.map((person) => (
                  <li key={person.id} className={`${styles.line} ${styles.member}`}>
                    <span>
                      <Link to={`/team/${person.id}`}>{person.name}</Link>{' '}
                      <span className={styles.note}>{person.id === unit.head?.id ? t('leads') : person.email}</span>
                    </span>
                    {mayChange && (
                      <CloseButton
                        size="lg"
                        aria-label={t('takeOut', { name: person.name, unit: unit.name })}
                        onClick={() => leaving.mutate(person.id)}
                      />
                    )}
                  </li>
                ))}
              </ul>
              <FormError error={joining.error ?? leaving.error} />
              {mayChange && (
                <PersonSelect
                  label={t('takeIn')}
                  value={null}
                  among={(person) => !members.some((member) => member.id === person.id)}
                  onChange={(staffId) => staffId && joining.mutate(staffId)}
                />
              )}
            </div>
          </Panel>
        }
        side={
          <>
            <Panel title={t('about')}>
              <Facts
                items={[
                  [
                    t('head'),
                    unit.head ? (
                      <Link key="head" to={`/team/${unit.head.id}`}>
                        {unit.head.name}
                      </Link>
                    ) : (
                      t('noHead')
                    ),
                  ],
                  [
                    t('department'),
                    parent && (
                      <Link key="parent" to={`/team/units/${parent.id}`}>
                        {parent.name}
                      </Link>
                    ),
                  ],
                  [
                    t('teams'),
                    teams.length > 0 &&
                      teams.map((team) => (
                        <div key={team.id}>
                          <Link to={`/team/units/${team.id}`}>{team.name}</Link>
                        </div>
                      )),
                  ],
                ]}
              />
            </Panel>
            <RecordWork record={{ department: 'people', type: 'unit', id }} title={unit.name} write="people:write" />
          </>
        }
      />
      {asking === 'change' && (
        <UnitDialog kind={unit.kind} unit={unit} departments={departments} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'close' && (
        <ReasonDialog
          danger
          title={t('closeTitle', { name: unit.name })}
          meaning={t('closeMeaning')}
          confirm={t('close')}
          done={t('closed')}
          department="people"
          act={(reason) => closeUnit(id, reason)}
          onDone={() => void navigate({ to: '/team/units' })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
