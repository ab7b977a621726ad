import { Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { sayDone } from '../done.ts'
import type { Field } from './field.ts'
import { RecordForm } from './record-form.tsx'
import { loadedOf } from './use-record-form.ts'

interface MarketRuleDialogProps<R extends { readonly version: number }> {
  readonly words: Readonly<Record<'title' | 'close' | 'save' | 'saved', string>>
  readonly fields: readonly Field[]
  readonly rule: R
  readonly draft: string
  /** As it is now, after somebody else saved. */
  readonly latest: () => Promise<R>
  readonly save: (values: Readonly<Record<string, unknown>>, version: number | undefined) => Promise<unknown>
  /** Whose queries are read anew. */
  readonly department: string
  readonly onClose: () => void
}

/** One rule of a department for one market. */
export function MarketRuleDialog<R extends { readonly version: number }>({
  words,
  fields,
  rule,
  draft,
  latest,
  save,
  department,
  onClose,
}: MarketRuleDialogProps<R>) {
  const client = useQueryClient()
  const reread = async () => {
    const now = await latest()
    return loadedOf(fields, now, now.version)
  }
  return (
    <Modal opened onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': words.close }} radius="lg">
      <RecordForm
        fields={fields}
        initial={rule}
        version={rule.version}
        draft={draft}
        reread={reread}
        submit={words.save}
        onCancel={onClose}
        save={({ values, version }) => save(values, version)}
        onSaved={() => {
          void client.invalidateQueries({ queryKey: [department] })
          sayDone(words.saved)
          onClose()
        }}
      />
    </Modal>
  )
}
