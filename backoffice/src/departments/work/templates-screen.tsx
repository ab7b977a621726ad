import { Button, Drawer, Skeleton } from '@mantine/core'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import type { Column } from '../../ui/column.ts'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { DeskLink } from './desk-link.tsx'
import { readyTemplates, retireTemplate, type Template, type TemplateRow } from './project-queries.ts'
import { TemplateForm } from './template-form.tsx'
import styles from './project.module.css'

interface Editing {
  readonly template?: Template
  readonly copies: boolean
}

const SHOWN = ['name', 'stepCount', 'madeAt']

/** What projects are made from: one's own as a list, and the ready-made ones below it, to use or to copy. */
export default function TemplatesScreen() {
  const t = useTranslations('work.templates')
  const projects = useTranslations('work.projects')
  const client = useQueryClient()
  const mayWrite = useCan()('work:write')
  const [editing, setEditing] = useState<Editing>()
  const [retiring, setRetiring] = useState<Template>()
  const readAgain = () => client.invalidateQueries({ queryKey: ['work'] })
  const close = () => setEditing(undefined)
  const looks = useMemo<Looks<TemplateRow>>(
    () => ({
      name: { cell: ({ name, note }) => <Cell title={<b>{name}</b>} note={note} /> },
      stepCount: { width: '112px', place: 'figure' },
      madeAt: { width: '176px', place: 'line' },
    }),
    [],
  )
  const lastColumn = useMemo<Column<TemplateRow>>(
    () => ({
      id: 'acts',
      width: '336px',
      header: '',
      align: 'end',
      place: 'detail',
      cell: (template) => (
        <div className={styles.buttons}>
          {mayWrite && <Buttons template={template} onEdit={setEditing} onRetire={() => setRetiring(template)} />}
          <DeskLink record={{ type: 'template', id: template.id }} name={template.name} />
        </div>
      ),
    }),
    [mayWrite],
  )
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({ copies: true })}>
      {t('new')}
    </Button>
  )
  return (
    <>
      <ListScreen
        department="work"
        path="/api/templates"
        title={t('title')}
        subtitle={t('meaning')}
        back={{ to: '/projects', label: projects('title') }}
        searchLabel={t('search')}
        shown={SHOWN}
        looks={looks}
        lastColumn={lastColumn}
        rowId={idOf}
        rowTitle={nameOf}
        actions={add}
        empty={
          <EmptyState icon={IconTemplate} title={t('none')} action={add}>
            {t('noneRemedy')}
          </EmptyState>
        }
        noneFound={<EmptyState icon={IconTemplate} title={t('noneFound')} />}
      />
      <div className={styles.apart}>
        <ReadyMade onCopy={mayWrite ? (template) => setEditing({ template, copies: true }) : undefined} />
      </div>
      <Drawer
        opened={editing !== undefined}
        onClose={close}
        position="right"
        size={640}
        title={editing?.copies ? t('new') : t('one')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {editing && (
          <TemplateForm
            start={editing.template}
            copies={editing.copies}
            onCancel={close}
            onSaved={() => {
              sayDone(t('saved'))
              void readAgain()
              close()
            }}
          />
        )}
      </Drawer>
      {retiring && (
        <ReasonDialog
          danger
          title={t('retireNamed', { name: retiring.name })}
          meaning={t('retireMeaning')}
          confirm={t('retire')}
          done={t('retired')}
          department="work"
          act={(reason) => retireTemplate(retiring, reason)}
          onClose={() => setRetiring(undefined)}
        />
      )}
    </>
  )
}

/** Of the program: nobody changes these, and everybody may copy them. */
function ReadyMade({ onCopy }: { readonly onCopy: ((template: Template) => void) | undefined }) {
  const t = useTranslations('work.templates')
  const { data, error, refetch } = useQuery(readyTemplates(useLocale()))
  return (
    <Panel title={t('ready')} flush>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={160} />}
      <ul className={styles.list}>
        {data?.items.map((template) => (
          <li key={template.id} className={styles.row}>
            <div className={styles.words}>
              <strong>{template.name}</strong>
              <span className={styles.note}>{t('steps', { count: template.steps.length })}</span>
            </div>
            {onCopy && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('copyNamed', { name: template.name })}
                onClick={() => onCopy(template)}
              >
                {t('copy')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface ButtonsProps {
  readonly template: Template
  readonly onEdit: (editing: Editing) => void
  readonly onRetire: () => void
}

function Buttons({ template, onEdit, onRetire }: ButtonsProps) {
  const t = useTranslations('work.templates')
  const { name } = template
  const button = (label: string, named: string, onClick: () => void) => (
    <Button variant="default" size="compact-sm" aria-label={named} onClick={onClick}>
      {label}
    </Button>
  )
  return (
    <>
      {button(t('copy'), t('copyNamed', { name }), () => onEdit({ template, copies: true }))}
      {button(t('edit'), t('editNamed', { name }), () => onEdit({ template, copies: false }))}
      {button(t('retire'), t('retireNamed', { name }), onRetire)}
    </>
  )
}

const idOf = ({ id }: TemplateRow) => id
const nameOf = ({ name }: TemplateRow) => name
