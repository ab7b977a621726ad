import { CloseButton, Select } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './people.module.css'
import { joinUnit, leaveUnit, unitList, type Person } from './queries.ts'

/** Where somebody belongs; who manages the team puts them in and takes them out. */
export function PersonUnits({ person }: { readonly person: Person }) {
  const t = useTranslations('people.units')
  const mayChange = useCan()('people:write') && person.endedAt === null
  const client = useQueryClient()
  const { data } = useQuery({ ...unitList, enabled: mayChange })
  const readAgain = () => client.invalidateQueries({ queryKey: ['people'] })
  const joining = useMutation({ mutationFn: (unitId: string) => joinUnit(unitId, person.id), onSuccess: readAgain })
  const leaving = useMutation({ mutationFn: (unitId: string) => leaveUnit(unitId, person.id), onSuccess: readAgain })
  const others = (data?.items ?? []).filter(({ id }) => !person.units.some((unit) => unit.id === id))
  return (
    <Panel title={t('title')}>
      {person.units.length === 0 && <p className="dimmed">{t('none')}</p>}
      <ul className={styles.list}>
        {person.units.map(({ id, name, head }) => (
          <li key={id} className={styles.line}>
            <span>
              <Link to={`/team/units/${id}`}>{name}</Link> {head && <span className={styles.note}>{t('leads')}</span>}
            </span>
            {mayChange && (
              <CloseButton
                size="lg"
                aria-label={t('takeOut', { name: person.name, unit: name })}
                onClick={() => leaving.mutate(id)}
              />
            )}
          </li>
        ))}
      </ul>
      <FormError error={joining.error ?? leaving.error} />
      {mayChange && others.length > 0 && (
        <Select
          mt="xs"
          aria-label={t('join')}
          placeholder={t('join')}
          searchable
          nothingFoundMessage={t('noUnit')}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          disabled={joining.isPending}
          onChange={(unitId) => unitId && joining.mutate(unitId)}
        />
      )}
    </Panel>
  )
}
