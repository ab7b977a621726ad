import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import type { Field, Values } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { loadedOf } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { lastChanges } from '../../ui/record/last-changes.ts'
import { useCountries } from '../settings/places.ts'
import { changeCompany, companyDetail, createCompany, type BuyerCompany, type CompanyDraft } from './company-queries.ts'

const BLANK: Values = {
  legalName: '',
  country: 'IT',
  vatNumber: '',
  taxCode: '',
  street: '',
  postcode: '',
  city: '',
  region: '',
}

const valuesOf = (company: BuyerCompany): Values => ({
  ...company,
  vatNumber: company.vatNumber ?? '',
  taxCode: company.taxCode ?? '',
})

function draftOf(values: Values): CompanyDraft {
  const text = (name: string) => String(values[name] ?? '').trim()
  return {
    legalName: text('legalName'),
    country: text('country'),
    vatNumber: text('vatNumber') || null,
    taxCode: text('taxCode') || null,
    street: text('street'),
    postcode: text('postcode'),
    city: text('city'),
    region: text('region'),
  }
}

/** What a company is called and where it is; saved, the authority is asked about its number. */
export function CompanyForm({ company }: { readonly company?: BuyerCompany }) {
  const t = useTranslations('customers.companies.form')
  const tCustomers = useTranslations('customers')
  const navigate = useNavigate()
  const client = useQueryClient()
  const locale = useLocale()
  const countries = useCountries()
  const permission = 'customers:write'
  const fixed = useCan()(permission) ? undefined : tCustomers('needsPermission', { permission })
  const [optional, half] = [true, true]
  const fields: Field[] = [
    { kind: 'text', name: 'legalName', label: t('legalName'), fixed, maxLength: 200 },
    { kind: 'choice', name: 'country', label: t('country'), fixed, half, options: countries },
    {
      kind: 'text',
      name: 'vatNumber',
      label: t('vatNumber'),
      hint: t('vatNumberHint'),
      fixed,
      half,
      optional,
      maxLength: 40,
    },
    { kind: 'text', name: 'taxCode', label: t('taxCode'), fixed, half, optional, maxLength: 40 },
    { kind: 'text', name: 'street', label: t('street'), fixed, half, optional, maxLength: 200 },
    { kind: 'text', name: 'postcode', label: t('postcode'), fixed, half, optional, maxLength: 20 },
    { kind: 'text', name: 'city', label: t('city'), fixed, half, optional, maxLength: 120 },
    { kind: 'text', name: 'region', label: t('region'), fixed, half, optional, maxLength: 80 },
  ]
  return (
    <Panel title={t('about')}>
      <RecordForm
        fields={fields}
        initial={company ? valuesOf(company) : BLANK}
        version={company?.version}
        draft={`buyer-company/${company?.id ?? 'new'}`}
        quiet={company !== undefined}
        submit={t(company ? 'save' : 'create')}
        save={({ values, version }) =>
          company
            ? changeCompany(company.id, version ?? company.version, draftOf(values))
            : createCompany(draftOf(values))
        }
        {...(company && {
          reread: async () => {
            const record = { department: 'customers', type: 'buyer_company' as const, id: company.id }
            const changedBy = lastChanges(client, record, locale)
            const latest = await client.fetchQuery({ ...companyDetail(company.id), staleTime: 0 })
            return { ...loadedOf(fields, valuesOf(latest), latest.version), changedBy: await changedBy }
          },
        })}
        onSaved={(saved) => {
          void client.invalidateQueries({ queryKey: ['customers'] })
          sayDone(t('saved'))
          const { id } = saved as { readonly id?: string }
          if (!company && id !== undefined) void navigate({ to: `/buyer-companies/${id}` })
        }}
      />
    </Panel>
  )
}
