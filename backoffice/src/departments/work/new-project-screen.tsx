import { Button, Select, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { DayInput } from '../../ui/form/date-input.tsx'
import type { Unread } from '../../ui/form/field.ts'
import { FormError } from '../../ui/form-error.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { AssigneeSelect } from './assignee-select.tsx'
import { useDayText } from './project-day-text.ts'
import { makeProject, readyTemplates, templateSearch, type Template } from './project-queries.ts'
import type { Assignee } from './todo-queries.ts'
import { useTemplateDays } from './use-template-days.ts'
import styles from './project.module.css'

const TYPING_MS = 120

/** A template, a day, and who is asked: all its to-dos follow. */
export default function NewProjectScreen() {
  const t = useTranslations('work.projects')
  const { data, error, refetch } = useQuery(readyTemplates(useLocale()))
  return (
    <>
      <PageHeader title={t('new')} back={{ to: '/projects', label: t('title') }} />
      {data ? (
        <NewProject ready={data.items} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={320} radius="lg" />
      )}
    </>
  )
}

function NewProject({ ready }: { readonly ready: readonly Template[] }) {
  const t = useTranslations('work.projects')
  const templates = useTranslations('work.templates')
  const words = useTranslations('ui.dialog')
  const client = useQueryClient()
  const navigate = useNavigate()
  const [key] = useState(() => crypto.randomUUID())
  const [typed, setTyped] = useState('')
  const [template, setTemplate] = useState(ready[0])
  const [asked] = useDebouncedValue(typed === template?.name ? '' : typed, TYPING_MS)
  const { data: own } = useQuery(templateSearch(asked))
  const templateId = template?.id ?? ''
  const [title, setTitle] = useState('')
  const [keyOn, setKeyOn] = useState<string | Unread | undefined>()
  const [assignees, setAssignees] = useState<Readonly<Record<string, Assignee | undefined>>>({})
  const found = [...(own?.items ?? []), ...(template && !template.ready ? [template] : [])]
  const all = new Map([...ready, ...found].map((one) => [one.id, one]))
  const options = [...all.values()].map((one) => ({ value: one.id, label: one.name, ready: one.ready }))
  const day = typeof keyOn === 'string' && keyOn !== '' ? keyOn : undefined
  const chosen = (template?.parties ?? []).flatMap(({ key: party }) => {
    const one = assignees[party]
    return one ? [{ party, assignee: { kind: one.kind, id: one.id } }] : []
  })
  const isReady =
    title.trim() !== '' && day !== undefined && template !== undefined && chosen.length === template.parties.length
  const { mutate, error, isPending } = useMutation({
    mutationFn: () =>
      makeProject({ template: templateId, title: title.trim(), keyOn: day ?? '', assignees: chosen }, key),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['work'] })
      sayDone(t('made'))
      await navigate({ to: `/projects/${id}` })
    },
  })
  return (
    <RecordColumns
      main={
        <Panel>
          <form
            className={styles.form}
            onSubmit={(submit) => {
              submit.preventDefault()
              if (isReady) mutate()
            }}
          >
            <Select
              label={t('template')}
              description={template?.note}
              allowDeselect={false}
              searchable
              nothingFoundMessage={templates('noneFound')}
              data={[
                { group: templates('ready'), items: options.filter((one) => one.ready) },
                { group: templates('own'), items: options.filter((one) => !one.ready) },
              ].filter(({ items }) => items.length > 0)}
              value={templateId}
              searchValue={typed}
              onSearchChange={setTyped}
              onChange={(next) => setTemplate(all.get(next ?? '') ?? template)}
            />
            <TextInput
              label={t('name')}
              description={t('nameHint')}
              maxLength={200}
              value={title}
              onChange={(change) => setTitle(change.currentTarget.value)}
            />
            <DayInput name="keyOn" label={t('keyOn')} description={t('keyOnHint')} value={keyOn} onChange={setKeyOn} />
            {template?.parties.map(({ key: party, name }) => (
              <AssigneeSelect
                key={`${templateId} ${party}`}
                label={name}
                value={assignees[party]}
                onChange={(one) => setAssignees((now) => ({ ...now, [party]: one }))}
              />
            ))}
            <FormError error={error} />
            <div className={styles.actions}>
              <Button variant="default" onClick={() => void navigate({ to: '/projects' })}>
                {words('back')}
              </Button>
              <Button type="submit" loading={isPending} disabled={!isReady}>
                {t('make')}
              </Button>
            </div>
          </form>
        </Panel>
      }
      side={template && <Steps template={template} keyOn={day} />}
    />
  )
}

/** What will be asked, with its days once the key date is chosen. */
function Steps({ template, keyOn }: { readonly template: Template; readonly keyOn: string | undefined }) {
  const t = useTranslations('work.projects')
  const daysText = useTemplateDays()
  const dayText = useDayText()
  const nameOf = (party: string) => template.parties.find(({ key }) => key === party)?.name ?? party
  const when = (dueDays: number) => (keyOn ? dayText(dayAfter(keyOn, dueDays)) : daysText(dueDays))
  return (
    <Panel title={t('willAsk', { count: template.steps.length })} flush>
      <ul className={styles.list}>
        {template.steps
          .toSorted((a, b) => a.dueDays - b.dueDays)
          .map(({ title, party, dueDays }) => (
            <li key={`${dueDays} ${title}`} className={styles.row}>
              <div className={styles.words}>
                <span>{title}</span>
                <span className={styles.note}>{t('step', { when: when(dueDays), who: nameOf(party) })}</span>
              </div>
            </li>
          ))}
      </ul>
    </Panel>
  )
}

const DAY_MS = 86_400_000

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
