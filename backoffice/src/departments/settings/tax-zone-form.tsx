import { useTranslations } from 'use-intl'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { useCountries } from './places.ts'
import { putTaxZone, taxZoneList, type TaxZone } from './tax-queries.ts'
import { useFormReread } from './use-form-reread.ts'

/** A part of a country that is taxed otherwise: by the regions of its addresses, by postcodes, or by both lists together. */
export function TaxZoneForm({ record, onSaved, onCancel }: FormProps<TaxZone>) {
  const t = useTranslations('settings.zone')
  const countries = useCountries()
  const reread = useFormReread(taxZoneList, record)
  const fixed = record ? t('countryFixed') : undefined
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), maxLength: 80 },
    { kind: 'choice', name: 'country', label: t('country'), options: countries, fixed },
    { kind: 'tags', name: 'regions', label: t('regions'), hint: t('regionsHint'), optional: true, maxLength: 40 },
    { kind: 'tags', name: 'postcodes', label: t('postcodes'), hint: t('postcodesHint'), optional: true, maxLength: 30 },
    { kind: 'switch', name: 'instead', label: t('instead'), hint: t('insteadHint') },
  ]
  const save = ({ values, version }: Sent) => {
    const { name, country, regions, postcodes, instead } = values
    const body = { name, country, regions: regions ?? [], postcodes: postcodes ?? [], instead: instead ?? false }
    return putTaxZone(record?.code ?? (codeOf(String(name)) || 'zone'), version, body)
  }
  return (
    <RecordForm
      fields={fields}
      initial={record ?? { country: 'IT', regions: [], postcodes: [], instead: true }}
      version={record?.version}
      draft={`tax-zone/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}
