import { ActionIcon, Menu } from '@mantine/core'
import { IconBuilding, IconCheck, IconLock, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../date-text.tsx'
import styles from './record.module.css'
import { partnerCompanies, type RecordFile } from './record-queries.ts'

interface FileLineProps {
  readonly file: RecordFile
  readonly address: string
  /** Says whom it is shared with, where that is not said above it. */
  readonly tellReaders?: boolean
  readonly children?: ReactNode
}

/** A file that can be fetched: its name, how large, from whom, and who reads it. */
export function FileLine({ file, address, tellReaders = false, children }: FileLineProps) {
  const t = useTranslations('ui.record')
  return (
    <li>
      <span className={styles.file}>
        <a href={address} download={file.name}>
          {file.name}
        </a>
        <span className={styles.note}>
          <Bytes value={file.bytes} /> · {file.by && `${file.by.name} · `}
          <DateText value={file.at} />
          {tellReaders && file.sharedWith && ` · ${t('sharedWith', { name: file.sharedWith.name })}`}
        </span>
      </span>
      {children}
    </li>
  )
}

interface FileToolsProps {
  readonly file: RecordFile
  readonly onShare: (companyId: string | null) => void
  readonly onRemove: () => void
}

/** What may be done with it by whoever may write the record. */
export function FileTools({ file, onShare, onRemove }: FileToolsProps) {
  const t = useTranslations('ui.record')
  const { data } = useQuery({ ...partnerCompanies(), enabled: useCan()('work:read') })
  const readers = [
    { id: null, label: t('internal') },
    ...(data?.companies ?? []).map(({ id, name }) => ({ id, label: t('sharedWith', { name }) })),
  ]
  const shared = file.sharedWith?.id ?? null
  const Icon = shared === null ? IconLock : IconBuilding
  return (
    <span className={styles.fileTools}>
      {readers.length > 1 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('whoReads', { name: file.name })}>
              <Icon size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>{t('readers')}</Menu.Label>
            {readers.map(({ id, label }) => (
              <Menu.Item
                key={id ?? 'internal'}
                aria-current={id === shared}
                rightSection={id === shared && <IconCheck size={14} aria-hidden />}
                onClick={() => id !== shared && onShare(id)}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <ActionIcon variant="subtle" size={44} aria-label={t('remove', { name: file.name })} onClick={onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </span>
  )
}

const KILO = 1000

/** How large, in the unit that people say. */
export function Bytes({ value }: { readonly value: number }) {
  const format = useFormatter()
  const unit = value < KILO ? 'byte' : value < KILO * KILO ? 'kilobyte' : 'megabyte'
  const divisor = unit === 'byte' ? 1 : unit === 'kilobyte' ? KILO : KILO * KILO
  return <>{format.number(value / divisor, { style: 'unit', unit, maximumFractionDigits: 1 })}</>
}
