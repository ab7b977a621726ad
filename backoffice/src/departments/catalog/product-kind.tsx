import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { kindTerms, putKindTerms, type KindTerms } from './kind-queries.ts'
import { ProductDownloads } from './product-downloads.tsx'

/** How a product that is not delivered reaches its buyers: its files and how often, or where its service is given. */
export function ProductKind({ productId }: { readonly productId: string }) {
  const t = useTranslations('catalog.kindTerms')
  const { data } = useQuery(kindTerms(productId))
  if (data?.kind === 'digital') {
    return (
      <>
        <ProductDownloads productId={productId} terms={data} />
        <Panel title={t('limits')}>
          <TermsForm productId={productId} terms={data} />
        </Panel>
      </>
    )
  }
  if (data?.kind !== 'service') return null
  return (
    <Panel title={t('service')}>
      <TermsForm productId={productId} terms={data} />
    </Panel>
  )
}

function TermsForm({ productId, terms }: { readonly productId: string; readonly terms: KindTerms }) {
  const t = useTranslations('catalog.kindTerms')
  const client = useQueryClient()
  const fields = useFields(terms.kind)
  const detail = kindTerms(productId)
  return (
    <RecordForm
      fields={fields}
      initial={terms}
      version={terms.version}
      draft={`kind-terms/${productId}`}
      reread={async () => {
        const latest = await client.fetchQuery({ ...detail, staleTime: 0 })
        return loadedOf(fields, latest, latest.version)
      }}
      save={({ values, version = 0 }) => putKindTerms(productId, version, bodyOf(values))}
      submit={t('save')}
      quiet
      onSaved={() => {
        void client.invalidateQueries({ queryKey: ['catalog'] })
        sayDone(t('saved'))
      }}
    />
  )
}

function useFields(kind: KindTerms['kind']): Field[] {
  const t = useTranslations('catalog')
  const permission = 'catalog:write'
  const fixed = useCan()(permission) ? undefined : t('needsPermission', { permission })
  if (kind === 'service') {
    return [
      {
        kind: 'texts',
        name: 'notes',
        label: t('kindTerms.note'),
        hint: t('kindTerms.noteHint'),
        fixed,
        optional: true,
        long: true,
        show: 'all',
        maxLength: 1000,
      },
    ]
  }
  const number = { kind: 'integer', fixed, optional: true, half: true, minimum: 1 } as const
  return [
    {
      ...number,
      name: 'downloadLimit',
      label: t('kindTerms.limit'),
      hint: t('kindTerms.limitHint'),
      maximum: 100,
    },
    { ...number, name: 'downloadDays', label: t('kindTerms.days'), hint: t('kindTerms.daysHint'), maximum: 3650 },
  ]
}

function bodyOf(values: Readonly<Record<string, unknown>>) {
  const number = (name: string) => (typeof values[name] === 'number' ? values[name] : null)
  return {
    downloadLimit: number('downloadLimit'),
    downloadDays: number('downloadDays'),
    notes: (values['notes'] ?? {}) as KindTerms['notes'],
  }
}
