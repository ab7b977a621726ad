import { Button, Drawer } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DayText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Field } from '../../ui/form/field.ts'
import { FormError } from '../../ui/form-error.tsx'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import { useCountries, useCountryNames } from '../settings/places.ts'
import {
  decideExemption,
  exemptionsOf,
  proposeExemption,
  type Exemption,
  type ExemptionDraft,
  type ExemptionOwner,
} from './company-queries.ts'
import styles from './groups.module.css'

interface ExemptionsProps {
  readonly owner: ExemptionOwner
  readonly id: string
  readonly country: string
}

const TONES = { proposed: 'waiting', approved: 'active', withdrawn: 'neutral' } as const
const KINDS = ['resale', 'diplomatic', 'public_body', 'charity', 'other'] as const

/** Certificates by which somebody owes no tax: kept by whoever gets them, approved by who answers for taxes. */
export function Exemptions({ owner, id, country }: ExemptionsProps) {
  const t = useTranslations('customers.exemptions')
  const mayWrite = useCan()('customers:write')
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch } = useQuery(exemptionsOf(owner, id))
  const add = mayWrite && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconPlus size={16} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('add')}
    </Button>
  )
  return (
    <Panel title={t('title')} aside={add}>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="dimmed">{t('none')}</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.members}>
          {data.items.map((one) => (
            <Certificate key={one.id} exemption={one} />
          ))}
        </ul>
      )}
      <Drawer
        opened={isAdding}
        onClose={() => setAdding(false)}
        position="right"
        size={480}
        title={t('add')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {isAdding && <ExemptionForm owner={owner} id={id} country={country} onDone={() => setAdding(false)} />}
      </Drawer>
    </Panel>
  )
}

// i18n-dynamic: customers.exemptions.kinds.*, customers.exemptions.states.*
function Certificate({ exemption }: { readonly exemption: Exemption }) {
  const t = useTranslations('customers.exemptions')
  const say = useCodeWords()
  const client = useQueryClient()
  const countryNames = useCountryNames()
  const mayDecide = useCan()('tax:write')
  const { id, kind, number, country, region, validFrom, validTo } = exemption
  const state = exemption.state as keyof typeof TONES
  const forever = t('open')
  const end = validTo === null ? forever : <DayText value={validTo} />
  const deciding = useMutation({
    mutationFn: (to: 'approval' | 'withdrawal') => decideExemption(id, to),
    onSuccess: async (_, to) => {
      await client.invalidateQueries({ queryKey: ['customers', 'exemptions'] })
      sayDone(t(to === 'approval' ? 'approved' : 'withdrawn'))
    },
  })
  const next = state === 'proposed' ? 'approval' : state === 'approved' ? 'withdrawal' : undefined
  return (
    <li className={styles.certificate}>
      <span className={styles.words}>
        {say('customers.exemptions.kinds', kind)} · {number}
        <span className={styles.note}>
          {[countryNames([country]), region].filter(Boolean).join(', ')} · <DayText value={validFrom} /> – {end}
        </span>
        <FormError error={deciding.error} />
      </span>
      <span className={styles.acts}>
        <StateBadge tone={TONES[state]}>{t(`states.${state}`)}</StateBadge>
        {mayDecide && next && (
          <Button
            size="compact-md"
            variant="default"
            loading={deciding.isPending}
            aria-label={t(next === 'approval' ? 'approveNamed' : 'withdrawNamed', { number })}
            onClick={() => deciding.mutate(next)}
          >
            {t(next === 'approval' ? 'approve' : 'withdraw')}
          </Button>
        )}
      </span>
    </li>
  )
}

function ExemptionForm({ owner, id, country, onDone }: ExemptionsProps & { readonly onDone: () => void }) {
  const t = useTranslations('customers.exemptions')
  const client = useQueryClient()
  const countries = useCountries()
  const [key] = useState(() => crypto.randomUUID())
  const fields: Field[] = [
    {
      kind: 'choice',
      name: 'kind',
      label: t('kind'),
      options: KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    { kind: 'text', name: 'number', label: t('number'), maxLength: 80 },
    { kind: 'choice', name: 'country', label: t('country'), hint: t('countryHint'), options: countries },
    { kind: 'text', name: 'region', label: t('region'), optional: true, maxLength: 80 },
    { kind: 'date', name: 'validFrom', label: t('validFrom'), half: true },
    { kind: 'date', name: 'validTo', label: t('validTo'), half: true, optional: true },
  ]
  return (
    <RecordForm
      fields={fields}
      initial={{ kind: 'resale', number: '', country, region: '', validFrom: '', validTo: '' }}
      draft={`exemption/${owner}/${id}`}
      submit={t('add')}
      save={({ values }) =>
        proposeExemption(
          owner,
          id,
          {
            kind: values['kind'] as ExemptionDraft['kind'],
            number: String(values['number'] ?? ''),
            country: String(values['country']),
            region: String(values['region'] ?? '').trim() || null,
            validFrom: String(values['validFrom']),
            validTo: String(values['validTo'] ?? '') || null,
          },
          key,
        )
      }
      onSaved={() => {
        void client.invalidateQueries({ queryKey: ['customers', 'exemptions'] })
        sayDone(t('kept'))
        onDone()
      }}
      onCancel={onDone}
    />
  )
}
