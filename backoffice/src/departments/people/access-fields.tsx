import { Button, NativeSelect, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DayInput } from '../../ui/form/date-input.tsx'
import { FormError } from '../../ui/form-error.tsx'
import type { AccessDraft, Kind } from './access-draft.ts'
import styles from './people.module.css'
import { PersonSelect } from './person-select.tsx'
import { addCompany, companyList, type Person, type Staff } from './queries.ts'
import { ScopeFields } from './scope-fields.tsx'

interface AccessFieldsProps {
  readonly draft: AccessDraft
  readonly person?: Person
  readonly wrong: Readonly<Record<string, string | undefined>>
  readonly onChange: (draft: AccessDraft) => void
}

/** Whose people somebody belongs to, until when, and how far their work reaches. */
export function AccessFields({ draft, person, wrong, onChange }: AccessFieldsProps) {
  const t = useTranslations('people.access')
  const isOutside = draft.kind !== 'own'
  return (
    <>
      <NativeSelect
        label={t('kind')}
        value={draft.kind}
        onChange={(change) => onChange({ ...draft, kind: change.currentTarget.value as Kind, companyId: null })}
        data={[
          { value: 'own', label: t('own') },
          { value: 'partner', label: t('partner') },
          { value: 'vendor', label: t('vendor') },
        ]}
      />
      {isOutside && (
        <>
          <CompanySelect
            kind={draft.kind as Exclude<Kind, 'own'>}
            error={wrong.companyId ?? wrong['access.companyId']}
            value={draft.companyId}
            onChange={(companyId) => onChange({ ...draft, companyId })}
          />
          <PersonSelect
            label={t('sponsor')}
            description={t('sponsorHint')}
            error={wrong.sponsorId}
            value={draft.sponsorId}
            known={person?.sponsor}
            among={isOwn}
            onChange={(sponsorId) => onChange({ ...draft, sponsorId })}
          />
        </>
      )}
      <div className={styles.fields}>
        <DayInput
          name="begins"
          label={t('begins')}
          error={wrong.beginsAt}
          value={draft.begins}
          onChange={(begins) => onChange({ ...draft, begins })}
        />
        <DayInput
          name="ends"
          label={t(isOutside ? 'endsOn' : 'ends')}
          error={wrong.endsAt}
          value={draft.ends}
          onChange={(ends) => onChange({ ...draft, ends })}
        />
      </div>
      <ScopeFields chosen={draft} hint={t('scopeHint')} onChange={(chosen) => onChange({ ...draft, ...chosen })} />
    </>
  )
}

const isOwn = ({ companyKind, state }: Staff) => companyKind === 'own' && state === 'active'

interface CompanySelectProps {
  readonly kind: 'partner' | 'vendor'
  readonly error: string | undefined
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** One of those known, or a new one by its name. */
function CompanySelect({ kind, error, value, onChange }: CompanySelectProps) {
  const t = useTranslations('people.access')
  const client = useQueryClient()
  const { data } = useQuery(companyList)
  const [name, setName] = useState<string>()
  const adding = useMutation({
    mutationFn: addCompany,
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['people', 'companies'] })
      setName(undefined)
      onChange(id)
    },
  })
  const options = (data?.items ?? [])
    .filter((one) => one.kind === kind)
    .map((one) => ({ value: one.id, label: one.name }))
  return (
    <div className={styles.stack}>
      <Select
        label={t('company')}
        searchable
        error={error}
        nothingFoundMessage={t('noCompany')}
        data={options}
        value={value}
        onChange={onChange}
      />
      {name === undefined ? (
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => setName('')}>
            {t('newCompany')}
          </Button>
        </div>
      ) : (
        <div className={styles.stack}>
          <TextInput label={t('companyName')} value={name} onChange={(change) => setName(change.currentTarget.value)} />
          <FormError error={adding.error} />
          <div className={styles.buttons}>
            <Button
              variant="default"
              loading={adding.isPending}
              disabled={name.trim() === ''}
              onClick={() => adding.mutate({ kind, name: name.trim() })}
            >
              {t('addCompany')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
