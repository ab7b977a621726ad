import { useTranslations } from 'use-intl'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import { deliveryZoneList, putDeliveryZone, type DeliveryZone } from './delivery-queries.ts'
import type { FormProps } from './form-props.ts'
import { useCountries } from './places.ts'
import { useFormReread } from './use-form-reread.ts'

/** Where goods go for one price: countries, or parts of one. */
export function DeliveryZoneForm({ record, onSaved, onCancel }: FormProps<DeliveryZone>) {
  const t = useTranslations('settings.deliveryZone')
  const countries = useCountries()
  const reread = useFormReread(deliveryZoneList, record)
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 80 },
    { kind: 'many', name: 'countries', label: t('countries'), options: countries },
    { kind: 'tags', name: 'regions', label: t('regions'), hint: t('regionsHint'), optional: true, maxLength: 80 },
    { kind: 'tags', name: 'postcodes', label: t('postcodes'), hint: t('postcodesHint'), optional: true, maxLength: 30 },
  ]
  const save = ({ values, version }: Sent) => {
    const { name, countries: chosen, regions, postcodes } = values
    const body = { name, countries: chosen, regions: regions ?? [], postcodes: postcodes ?? [] }
    return putDeliveryZone(record?.code ?? (codeOf(String(name)) || 'zone'), version, body)
  }
  return (
    <RecordForm
      fields={fields}
      initial={record ?? { countries: [], regions: [], postcodes: [] }}
      version={record?.version}
      draft={`delivery-zone/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}
