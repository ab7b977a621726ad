import type { ReactNode } from 'react'
import formStyles from '../../ui/form/form.module.css'
import { FormField } from '../../ui/form/record-form.tsx'
import type { RecordFormState } from '../../ui/form/use-record-form.ts'
import { Panel } from '../../ui/panel.tsx'
import { GiftPicker } from './gift-picker.tsx'

interface FormPartProps {
  readonly title: string
  readonly form: RecordFormState
  readonly names: readonly string[]
}

/** Some fields of a form under a title of their own. */
export function FormPart({ title, form, names }: FormPartProps): ReactNode {
  return (
    <Panel title={title}>
      <div className={formStyles.fields}>
        {names.map((name) => (
          <div key={name} data-half={form.fields.find((field) => field.name === name)?.half}>
            {name === 'variant' ? <GiftPicker form={form} /> : <FormField form={form} name={name} />}
          </div>
        ))}
      </div>
    </Panel>
  )
}
