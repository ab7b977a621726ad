import { useTranslations } from 'use-intl'
import { codeOf, type Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import type { Sent } from '../../ui/form/save-merging.ts'
import type { FormProps } from './form-props.ts'
import { putTaxCategory, taxCategoryList, type TaxCategory } from './tax-queries.ts'
import { useFormReread } from './use-form-reread.ts'

/** A category's name; its code follows from the English one and stays, since rates and products know it. */
export function TaxCategoryForm({ record, onSaved, onCancel }: FormProps<TaxCategory>) {
  const t = useTranslations('settings.taxCategory')
  const reread = useFormReread(taxCategoryList, record)
  const fields: Field[] = [
    { kind: 'texts', name: 'names', label: t('name'), hint: t('nameHint'), maxLength: 80, show: 'all' },
  ]
  const save = ({ values, version }: Sent) => {
    const names = values['names'] as TaxCategory['names'] & { en: string }
    return putTaxCategory(record?.code ?? (codeOf(names.en).replaceAll('-', '_') || 'category'), version, names)
  }
  return (
    <RecordForm
      fields={fields}
      initial={record ?? { names: {} }}
      version={record?.version}
      draft={`tax-category/${record?.code ?? 'new'}`}
      submit={t('save')}
      save={save}
      onSaved={onSaved}
      {...(onCancel ? { onCancel } : {})}
      {...reread(fields)}
    />
  )
}
