import { Button, Loader } from '@mantine/core'
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DifferenceTable } from './difference-table.tsx'
import styles from './import-screen.module.css'
import { importProducts, type ImportReport } from './queries.ts'
import { RowErrors } from './row-errors.tsx'

interface ChosenFile {
  readonly name: string
  readonly csv: string
}

/** First a trial that writes nothing, then the import of exactly the same file. */
export default function ImportScreen() {
  const t = useTranslations('catalog.import')
  const format = useFormatter()
  const client = useQueryClient()
  const [file, setFile] = useState<ChosenFile>()
  const trial = useMutation({ mutationFn: (csv: string) => importProducts({ csv, dryRun: true }) })
  const real = useMutation({
    mutationFn: (csv: string) => importProducts({ csv, dryRun: false }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('done'))
    },
  })
  const choose = async (chosen: File | undefined) => {
    if (!chosen) return
    const csv = await chosen.text()
    setFile({ name: chosen.name, csv })
    real.reset()
    trial.mutate(csv)
  }
  const report = real.data ?? trial.data
  const error = real.error ?? trial.error
  const rowsRefused = isProblem(error, 'import-products.rows_refused')
  const nothingToDo = report !== undefined && report.created + report.changed === 0
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} back={{ to: '/products', label: t('back') }} />
      <div className={styles.stack}>
        <Panel>
          <FilePicker name={file?.name} onChoose={(chosen) => void choose(chosen)} />
        </Panel>
        {(trial.isPending || real.isPending) && (
          <output className={styles.busy}>
            <Loader size="sm" />
            {t(real.isPending ? 'importing' : 'reading')}
          </output>
        )}
        {error && !rowsRefused && <FormError error={error} />}
        {rowsRefused && <RowErrors problem={error} />}
        {report && !error && !trial.isPending && (
          <Panel
            title={t(report.dryRun ? 'trialTitle' : 'resultTitle')}
            flush
            aside={
              report.dryRun && (
                <Button
                  leftSection={<IconUpload size={18} aria-hidden />}
                  disabled={nothingToDo}
                  loading={real.isPending}
                  onClick={() => file && real.mutate(file.csv)}
                >
                  {t('submit')}
                </Button>
              )
            }
          >
            <Summary report={report} format={(count) => format.number(count)} />
            <DifferenceTable report={report} />
          </Panel>
        )}
      </div>
    </>
  )
}

function FilePicker({
  name,
  onChoose,
}: {
  readonly name: string | undefined
  readonly onChoose: (file: File | undefined) => void
}) {
  const t = useTranslations('catalog.import')
  const [over, setOver] = useState(false)
  return (
    // Dropping is for the mouse; the keyboard has the field inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <label
      className={styles.picker}
      data-over={over}
      onDragOver={(drag) => {
        drag.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(drop) => {
        drop.preventDefault()
        setOver(false)
        onChoose(drop.dataTransfer.files[0])
      }}
    >
      <IconFileSpreadsheet size={32} stroke={1.5} aria-hidden />
      <strong>{name ?? t('choose')}</strong>
      <span className="dimmed">{t('chooseMeaning')}</span>
      <input
        type="file"
        className="sr-only"
        accept=".csv,text/csv"
        onChange={(change) => {
          onChoose(change.currentTarget.files?.[0])
          // The same file, corrected, may be chosen again.
          change.currentTarget.value = ''
        }}
      />
    </label>
  )
}

function Summary({ report, format }: { readonly report: ImportReport; readonly format: (count: number) => string }) {
  const t = useTranslations('catalog.import')
  const figures = [
    [t('created'), report.created],
    [t('changed'), report.changed],
    [t('unchanged'), report.unchanged],
    [t('variants'), report.variants],
  ] as const
  return (
    <dl className={styles.summary}>
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{format(count)}</dd>
        </div>
      ))}
    </dl>
  )
}
