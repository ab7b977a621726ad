import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { sayDone } from '../../../ui/done.ts'
import { FormError } from '../../../ui/form-error.tsx'
import { Panel } from '../../../ui/panel.tsx'
import {
  keepMapping,
  planImport,
  tryImport,
  type ImportFormat,
  type ImportPlan as PlanOfImport,
  type ProductImport,
} from './import-queries.ts'
import styles from './imports.module.css'
import { MappingTable } from './mapping-table.tsx'

// i18n-dynamic: catalog.import.formats.*
const FORMATS: readonly ImportFormat[] = ['fondaco', 'shopify', 'woocommerce', 'spree', 'medusa', 'own']

/** In which format the file is, and where each of its columns goes; the trial begins from here. */
export function ImportPlan({ record }: { readonly record: ProductImport }) {
  const t = useTranslations('catalog.import')
  const client = useQueryClient()
  const { id, columns, proposals } = record
  const [format, setFormat] = useState(record.format)
  const [currency, setCurrency] = useState(record.currency ?? '')
  const [fields, setFields] = useState(columns.map(({ field }) => field))
  const [mapped, setMapped] = useState(record.mapped)
  const stale = () => client.invalidateQueries({ queryKey: ['catalog', 'import', id] })
  const tried = useMutation({
    mutationFn: async () => {
      const said = currency.trim().toUpperCase()
      await planImport(id, {
        format,
        mapping: mapped ? fields : null,
        currency: said || null,
        location: record.location,
      })
      return tryImport(id)
    },
    onSettled: stale,
  })
  const planned = useMutation({
    mutationFn: (changed: Partial<PlanOfImport>) =>
      planImport(id, {
        format,
        mapping: mapped ? fields : null,
        currency: record.currency,
        location: record.location,
        ...changed,
      }),
    onSettled: stale,
  })
  // What was tried is not what would be imported any more: it is to be tried again.
  const changed = (change: Partial<PlanOfImport>) => record.state !== 'new' && planned.mutate(change)
  const choose = (mapping: (string | null)[]) => {
    setFields(mapping)
    setMapped(true)
    changed({ mapping })
  }
  return (
    <Panel
      title={t('plan')}
      flush
      aside={
        <Button variant={record.mayRun ? 'default' : 'filled'} loading={tried.isPending} onClick={() => tried.mutate()}>
          {t('attempt')}
        </Button>
      }
    >
      <div className={styles.plan}>
        <NativeSelect
          label={t('format')}
          value={format}
          data={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
          onChange={(change) => {
            const chosen = change.currentTarget.value as ImportFormat
            setFormat(chosen)
            planned.mutate({ format: chosen, mapping: null })
          }}
        />
        <TextInput
          label={t('currency')}
          placeholder={t('currencyOfShop')}
          value={currency}
          maxLength={3}
          onChange={(change) => setCurrency(change.currentTarget.value)}
          onBlur={() => {
            const said = currency.trim().toUpperCase()
            if (said !== (record.currency ?? '')) changed({ currency: said || null })
          }}
        />
        {proposals.length > 0 && (
          <NativeSelect
            label={t('kept')}
            value=""
            data={[{ value: '', label: t('keptNone') }, ...proposals.map(({ name }) => ({ value: name, label: name }))]}
            onChange={(change) => {
              const chosen = proposals.find(({ name }) => name === change.currentTarget.value)
              if (chosen) choose([...chosen.fields])
            }}
          />
        )}
      </div>
      <FormError error={tried.error ?? planned.error} />
      <MappingTable columns={columns} choices={record.fields} fields={fields} onChange={choose} />
      {mapped && <KeepMapping headings={columns.map(({ heading }) => heading)} fields={fields} onKept={stale} />}
    </Panel>
  )
}

interface KeepMappingProps {
  readonly headings: string[]
  readonly fields: (string | null)[]
  readonly onKept: () => Promise<void>
}

/** For the next file of the same kind. */
function KeepMapping({ headings, fields, onKept }: KeepMappingProps) {
  const t = useTranslations('catalog.import')
  const [name, setName] = useState('')
  const kept = useMutation({
    mutationFn: () => keepMapping(name.trim(), { headings, fields }),
    onSuccess: async () => {
      sayDone(t('keptDone', { name: name.trim() }))
      await onKept()
    },
  })
  return (
    <form
      className={styles.keep}
      onSubmit={(submit) => {
        submit.preventDefault()
        if (name.trim() !== '' && !kept.isPending) kept.mutate()
      }}
    >
      <TextInput
        label={t('keepAs')}
        value={name}
        maxLength={80}
        onChange={(change) => setName(change.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={kept.isPending} disabled={name.trim() === ''}>
        {t('keep')}
      </Button>
      <FormError error={kept.error} />
    </form>
  )
}
