import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../../../ui/error-state.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { ScrollBox } from '../../../ui/scroll-box.tsx'
import { importRefusals, SHOWN_ROWS, type ProductImport } from './import-queries.ts'
import styles from './imports.module.css'

/** Each place of the file that is not right, in the house's words; the rows themselves can be taken home and mended. */
export function RefusedRows({ record }: { readonly record: ProductImport }) {
  const t = useTranslations('catalog.import')
  const { id, refused, state } = record
  const { data, error, refetch } = useQuery({ ...importRefusals(id, `${state} ${refused}`), enabled: refused > 0 })
  if (refused === 0) return null
  return (
    <Panel
      title={t('rowErrors')}
      flush
      aside={
        <Button
          variant="default"
          leftSection={<IconDownload size={18} aria-hidden />}
          component="a"
          href={`/api/product-imports/${id}/refused-rows`}
          download
        >
          {t('download')}
        </Button>
      }
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <ScrollBox label={t('rowErrors')} tall>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('rowHeader')}</th>
                <th scope="col">{t('column')}</th>
                <th scope="col">{t('wrong')}</th>
                <th scope="col">{t('remedy')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ number, row, column, title, remedy }) => (
                <tr key={number}>
                  <td className="tabular">{row}</td>
                  <td>{column || '–'}</td>
                  <td>{title}</td>
                  <td className="dimmed">{remedy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {data?.items.length === SHOWN_ROWS && <p className={styles.note}>{t('moreRows')}</p>}
    </Panel>
  )
}
