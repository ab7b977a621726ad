import { Button, Drawer, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { retireTemplate, templateList, type Template } from './project-queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { TemplateForm } from './template-form.tsx'
import styles from './project.module.css'

interface Editing {
  readonly template?: Template
  readonly copies: boolean
}

/** What projects are made from: ready-made ones to copy, and one's own. */
export default function TemplatesScreen() {
  const t = useTranslations('work.templates')
  const projects = useTranslations('work.projects')
  const client = useQueryClient()
  const mayWrite = useCan()('work:write')
  const { data, error, refetch } = useQuery(templateList(useLocale()))
  const [editing, setEditing] = useState<Editing>()
  const [retiring, setRetiring] = useState<Template>()
  const readAgain = () => client.invalidateQueries({ queryKey: ['work'] })
  const close = () => setEditing(undefined)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        back={{ to: '/projects', label: projects('title') }}
        actions={
          mayWrite && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEditing({ copies: true })}>
              {t('new')}
            </Button>
          )
        }
      />
      {data ? (
        <Panel flush>
          <ul className={styles.list}>
            {data.items.map((template) => (
              <li key={template.id} className={styles.row}>
                <div className={styles.words}>
                  <strong>{template.name}</strong>
                  <span className={styles.note}>{t('steps', { count: template.steps.length })}</span>
                </div>
                {template.ready && <StateBadge tone="neutral">{t('ready')}</StateBadge>}
                {mayWrite && <Buttons template={template} onEdit={setEditing} onRetire={() => setRetiring(template)} />}
              </li>
            ))}
          </ul>
        </Panel>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={240} radius="lg" />
      )}
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
          act={(reason) => retireTemplate(retiring, reason)}
          onDone={readAgain}
          onClose={() => setRetiring(undefined)}
        />
      )}
    </>
  )
}

interface ButtonsProps {
  readonly template: Template
  readonly onEdit: (editing: Editing) => void
  readonly onRetire: () => void
}

function Buttons({ template, onEdit, onRetire }: ButtonsProps) {
  const t = useTranslations('work.templates')
  const { name, ready } = template
  const button = (label: string, named: string, onClick: () => void) => (
    <Button variant="default" size="compact-sm" aria-label={named} onClick={onClick}>
      {label}
    </Button>
  )
  return (
    <div className={styles.buttons}>
      {button(t('copy'), t('copyNamed', { name }), () => onEdit({ template, copies: true }))}
      {!ready && button(t('edit'), t('editNamed', { name }), () => onEdit({ template, copies: false }))}
      {!ready && button(t('retire'), t('retireNamed', { name }), onRetire)}
    </div>
  )
}
