import { ActionIcon, Menu, SegmentedControl, Skeleton } from '@mantine/core'
import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { EmptyState } from '../empty-state.tsx'
import { ErrorState } from '../error-state.tsx'
import { ScrollBox } from '../scroll-box.tsx'
import styles from './charts.module.css'
import type { CsvCell } from './csv.ts'
import { downloadCsv, downloadPng } from './download.ts'

/** The figures behind a chart: what is read, and what a file gets. */
export interface ChartTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly { readonly text: string; readonly plain: CsvCell }[])[]
}

export interface ChartState {
  readonly isLoading?: boolean
  readonly error?: unknown
  readonly onRetry?: () => void
}

interface ChartFrameProps extends ChartState {
  readonly title: string
  /** What the chart shows, in a sentence: for people who do not see it, and for those in a hurry. */
  readonly summary: string
  readonly table: ChartTable
  readonly empty?: string | undefined
  /** Beside the title: a choice of days or of the currency. */
  readonly aside?: ReactNode
  readonly height?: number
  readonly children: ReactNode
}

/** A chart with its title, its sentence, its figures, and both to take away. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, summary, table, empty, aside, height = 240, isLoading, error, onRetry, children } = props
  const t = useTranslations('ui.charts')
  const id = useId()
  const [form, setForm] = useState('chart')
  const place = useRef<HTMLDivElement>(null)
  const isEmpty = table.rows.length === 0
  const isReady = !isLoading && !error && !isEmpty
  return (
    <section className={styles.frame} aria-labelledby={id} aria-busy={isLoading}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <div className={styles.tools}>
          {aside}
          {isReady && (
            <>
              <SegmentedControl
                size="xs"
                aria-label={t('form', { title })}
                value={form}
                onChange={setForm}
                data={[
                  { value: 'chart', label: <FormSign icon={IconChartBar} words={t('chart')} /> },
                  { value: 'table', label: <FormSign icon={IconTable} words={t('table')} /> },
                ]}
              />
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    className="icon-button"
                    aria-label={t('download', { title })}
                  >
                    <IconDownload size={18} stroke={1.75} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    disabled={form === 'table'}
                    onClick={() => place.current && void downloadPng(fileNameOf(title), place.current, title)}
                  >
                    {t('png')}
                  </Menu.Item>
                  <Menu.Item
                    onClick={() =>
                      downloadCsv(fileNameOf(title), [
                        table.head,
                        ...table.rows.map((row) => row.map(({ plain }) => plain)),
                      ])
                    }
                  >
                    {t('csv')}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </>
          )}
        </div>
      </div>
      {isLoading ? (
        <div className={styles.body}>
          <Skeleton height={height} />
        </div>
      ) : error ? (
        <ErrorState error={error} {...(onRetry ? { onRetry } : {})} />
      ) : isEmpty ? (
        <EmptyState icon={IconChartBar} title={t('empty')}>
          {empty}
        </EmptyState>
      ) : (
        <>
          <p className={styles.summary}>{summary}</p>
          {form === 'chart' ? (
            <div ref={place} className={styles.body}>
              {children}
            </div>
          ) : (
            <Figures title={title} table={table} />
          )}
        </>
      )}
    </section>
  )
}

function FormSign({ icon: Icon, words }: { readonly icon: typeof IconTable; readonly words: string }) {
  return (
    <span className={styles.sign} title={words}>
      <Icon size={16} aria-hidden />
      <span className="sr-only">{words}</span>
    </span>
  )
}

function Figures({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  return (
    <ScrollBox label={title} tall>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map(({ text }, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {text}
                  </th>
                ) : (
                  <td key={at}>{text}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function fileNameOf(title: string): string {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'chart'
}
