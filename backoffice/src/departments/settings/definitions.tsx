import { Button, Drawer, Skeleton } from '@mantine/core'
import { IconPlus, type TablerIcon } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DeskLink } from '../work/desk-link.tsx'
import type { FormProps } from './form-props.ts'
import styles from './settings.module.css'
import { SettingsFrame } from './settings-frame.tsx'

interface DefinitionWords {
  readonly title: string
  /** What these are for, and what a change of them does. */
  readonly meaning: string
  readonly add: string
}

interface DefinitionsProps<Record> extends DefinitionWords {
  readonly icon: TablerIcon
  readonly writePermission: string
  readonly list: {
    readonly data?: { readonly items: readonly Record[] } | undefined
    readonly error: unknown
    readonly refetch: () => unknown
  }
  readonly keyOf: (record: Record) => string
  /** The kind of record that these are, where that is one: each leads to its desk. */
  readonly recordType?: string
  /** What surrounds it, where these are not settings of the house; and what is read again once one is saved. */
  readonly Frame?: (props: { readonly actions?: ReactNode; readonly children: ReactNode }) => ReactNode
  readonly stale?: readonly string[]
  readonly show: (record: Record) => { readonly title: ReactNode; readonly note?: ReactNode; readonly mark?: ReactNode }
  readonly Form: (props: FormProps<Record>) => ReactNode
}

/** A short list of what the house is built on; each opens its form. */
export function Definitions<Record>(props: DefinitionsProps<Record>) {
  const { title, meaning, add, icon, writePermission, list, keyOf, recordType, show, Form } = props
  const { Frame = SettingsFrame, stale = ['settings', 'set-up'] } = props
  const t = useTranslations('settings')
  const client = useQueryClient()
  const mayWrite = useCan()(writePermission)
  const [open, setOpen] = useState<string>()
  const items = list.data?.items
  const record = items?.find((one) => keyOf(one) === open)
  const close = () => setOpen(undefined)
  const done = () => {
    for (const key of stale) void client.invalidateQueries({ queryKey: [key] })
    sayDone(t('saved'))
    close()
  }
  return (
    <Frame
      actions={
        mayWrite && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
            {add}
          </Button>
        )
      }
    >
      <Panel title={title} flush>
        <p className={styles.meaning}>{meaning}</p>
        {list.error && !items ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : !items ? (
          <div className={styles.loading}>
            <Skeleton height={160} />
          </div>
        ) : items.length === 0 ? (
          <EmptyState icon={icon} title={t('none')}>
            {mayWrite && (
              <Button variant="default" onClick={() => setOpen('new')}>
                {add}
              </Button>
            )}
          </EmptyState>
        ) : (
          <PanelLines>
            {items.map((one) => {
              const { title: name, note, mark } = show(one)
              return (
                <PanelLine key={keyOf(one)} title={name} note={note}>
                  {mark}
                  {recordType && (
                    <DeskLink
                      record={{ type: recordType, id: keyOf(one) }}
                      name={typeof name === 'string' ? name : keyOf(one)}
                    />
                  )}
                  {mayWrite && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      onClick={() => setOpen(keyOf(one))}
                      aria-label={t('editNamed', { name: String(typeof name === 'string' ? name : keyOf(one)) })}
                    >
                      {t('edit')}
                    </Button>
                  )}
                </PanelLine>
              )
            })}
          </PanelLines>
        )}
      </Panel>
      <Drawer
        opened={open !== undefined}
        onClose={close}
        position="right"
        size={560}
        title={open === 'new' ? add : title}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {open !== undefined && <Form key={open} record={record} onSaved={done} onCancel={close} />}
      </Drawer>
    </Frame>
  )
}

export const byCode = ({ code }: { readonly code: string }): string => code

// i18n-dynamic: settings.*.title, settings.*.meaning, settings.*.add
export function useDefinitionWords(
  kind:
    | 'entity'
    | 'market'
    | 'location'
    | 'tax'
    | 'zone'
    | 'taxCategory'
    | 'delivery'
    | 'deliveryZone'
    | 'deliveryPlace'
    | 'paymentMethod',
): DefinitionWords {
  const t = useTranslations('settings')
  return { title: t(`${kind}.title`), meaning: t(`${kind}.meaning`), add: t(`${kind}.add`) }
}
