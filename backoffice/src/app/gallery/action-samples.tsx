import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ActionButton } from '../../ui/action-button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { TaskProgress } from '../../ui/task-progress.tsx'
import { outage, refusal } from './samples.ts'
import { Shelf, State } from './shelf.tsx'

/** What is pressed. */
export function ActionSamples() {
  const t = useTranslations('app.gallery')
  const [asking, setAsking] = useState<'calm' | 'danger' | 'refused'>()
  const [search, setSearch] = useState('')
  const label = t('sample.action')
  const nothing = () => undefined
  return (
    <>
      <Shelf name="button, action-button">
        <State name="main">
          <Button>{label}</Button>
        </State>
        <State name="default">
          <Button variant="default">{label}</Button>
        </State>
        <State name="subtle">
          <Button variant="subtle">{label}</Button>
        </State>
        <State name="danger">
          <Button color="brick">{label}</Button>
        </State>
        <State name="busy">
          <Button loading>{label}</Button>
        </State>
        <State name="refused">
          <ActionButton variant="default" refusal={t('sample.long')} onClick={nothing}>
            {label}
          </ActionButton>
        </State>
      </Shelf>
      <Shelf name="confirm-dialog, done">
        {(['calm', 'danger', 'refused'] as const).map((kind) => (
          <State key={kind} name={kind}>
            <Button variant="default" onClick={() => setAsking(kind)}>
              {label}
            </Button>
          </State>
        ))}
        <State name="done">
          <Button variant="default" onClick={() => sayDone(t('sample.short'))}>
            {label}
          </Button>
        </State>
        <ConfirmDialog
          opened={asking !== undefined}
          title={t('sample.short')}
          confirm={label}
          danger={asking === 'danger'}
          busy={false}
          error={asking === 'refused' ? refusal(t('sample.short'), t('sample.long')) : undefined}
          onConfirm={() => setAsking(undefined)}
          onClose={() => setAsking(undefined)}
        >
          <p>{t('sample.long')}</p>
        </ConfirmDialog>
      </Shelf>
      <Shelf name="search-field">
        <State name="empty, typed" wide>
          <SearchField label={t('sample.search')} value={search} onSearch={setSearch} />
        </State>
      </Shelf>
      <Shelf name="form-error">
        <State name="refusal" wide>
          <FormError error={refusal(t('sample.short'), t('sample.long'))} />
        </State>
        <State name="outage" wide>
          <FormError error={outage} />
        </State>
      </Shelf>
      <Shelf name="task-progress">
        <State name="begun" wide>
          <TaskProgress title={t('sample.short')} done={0} total={null} stopping={false} onCancel={nothing} />
        </State>
        <State name="half" wide>
          <TaskProgress title={t('sample.short')} done={512} total={1024} stopping={false} onCancel={nothing} />
        </State>
        <State name="stopping" wide>
          <TaskProgress title={t('sample.long')} done={1000} total={1024} stopping onCancel={nothing} />
        </State>
      </Shelf>
    </>
  )
}
