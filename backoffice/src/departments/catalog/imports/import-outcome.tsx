import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { DifferenceTable, WarningList, type ShownChange } from './difference-table.tsx'
import { ImportFigures } from './import-figures.tsx'
import { importedProducts, SHOWN_ROWS, type ImportedLine, type ProductImport } from './import-queries.ts'
import styles from './imports.module.css'

/** What a trial foretold, or what was done, and what of it could not be set back. */
export function ImportOutcome({ record }: { readonly record: ProductImport }) {
  const { state, report } = record
  if (state === 'tried' && report) return <Foretold record={record} report={report} />
  if (['done', 'stopped', 'undoing', 'undone'].includes(state)) return <Done record={record} />
  return null
}

interface ForetoldProps {
  readonly record: ProductImport
  readonly report: NonNullable<ProductImport['report']>
}

function Foretold({ record, report }: ForetoldProps) {
  const t = useTranslations('catalog.import')
  const { created, changed, unchanged, variants, differences, differencesOmitted, warnings } = report
  const changes = differences.map(({ handle, sku, ...change }) => ({ ...change, of: sku ?? handle }))
  return (
    <Panel title={t('trialTitle')} flush>
      <ImportFigures figures={{ created, changed, unchanged, variants, refused: record.refused }} />
      {changes.length > 0 && <DifferenceTable label={t('differences')} changes={changes} />}
      {created + changed === 0 && <p className={styles.note}>{t('nothingChanges')}</p>}
      {differencesOmitted > 0 && <p className={styles.note}>{t('more', { count: differencesOmitted })}</p>}
      <WarningList warnings={warnings} />
    </Panel>
  )
}

function Done({ record }: { readonly record: ProductImport }) {
  const t = useTranslations('catalog.import')
  const { id, state, created, changed, unchanged, refused, undone, keptBack } = record
  const back = undone + keptBack > 0
  const asked = { kept: state === 'undone' && keptBack > 0, version: `${state} ${undone} ${keptBack}` }
  const { data, error, refetch } = useQuery(importedProducts(id, asked))
  const changes = (data?.items ?? []).flatMap((line) => (asked.kept ? keptOf(line) : changesOf(line, t('whole'))))
  return (
    <Panel title={t(state === 'undone' ? 'undoneTitle' : 'resultTitle')} flush>
      <ImportFigures figures={{ created, changed, unchanged, refused, ...(back && { undone, keptBack }) }} />
      {asked.kept && <p className={styles.note}>{t('keptMeaning')}</p>}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {changes.length > 0 && <DifferenceTable label={t('differences')} changes={changes} />}
      {data?.items.length === SHOWN_ROWS && <p className={styles.note}>{t('moreProducts', { count: SHOWN_ROWS })}</p>}
    </Panel>
  )
}

/** A product that is new is one line: all of it is. */
function changesOf({ handle, created, differences }: ImportedLine, whole: string): ShownChange[] {
  if (created) return [{ of: handle, label: whole, before: null, after: handle }]
  return differences.map(({ sku, ...change }) => ({ ...change, of: sku ?? handle }))
}

const keptOf = ({ handle, kept }: ImportedLine): ShownChange[] =>
  kept.map(({ sku, ...change }) => ({ ...change, of: sku ?? handle }))
