import { IconBox } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { ComparedFigure } from '../../ui/compared-figure.tsx'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Figure, Figures } from '../../ui/figure-card.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import styles from './gallery.module.css'
import { lists, sampleLinks, type Sample } from './samples.ts'
import { Shelf, State } from './shelf.tsx'

const [orders, products] = sampleLinks
const idOf = ({ id }: Sample) => id

/** What is compared and listed. */
export function DataSamples() {
  const t = useTranslations('app.gallery')
  const columns = useMemo<Column<Sample>[]>(
    () => [
      { id: 'name', header: t('sample.field'), place: 'lead', cell: ({ name }) => name },
      {
        id: 'amount',
        header: t('sample.amount'),
        align: 'end',
        place: 'lead-end',
        cell: ({ amount }) => <MoneyText value={{ amount, currency: 'EUR' }} />,
      },
    ],
    [t],
  )
  const comparison = (now: number, before: number) => ({
    label: t('sample.before'),
    value: <MoneyText value={{ amount: before, currency: 'EUR' }} />,
    now,
    before,
  })
  return (
    <>
      <Shelf name="figure-card, compared-figure">
        <State name="figures" wide>
          <div className={styles.figures}>
            <Figures label={t('sample.short')}>
              <Figure label={t('sample.field')} value={12} note={t('sample.long')} to={orders} />
              <Figure label={t('sample.field')} value={3} note={t('sample.short')} to={products} tone="attention" />
              <ComparedFigure
                label={t('sample.amount')}
                value={<MoneyText value={{ amount: 320_100, currency: 'EUR' }} />}
                comparisons={[comparison(320_100, 250_000), comparison(320_100, 400_000), comparison(320_100, 0)]}
                more="good"
                to={orders}
              />
              <ComparedFigure
                label={t('sample.amount')}
                value={<MoneyText value={{ amount: 160_223_995, currency: 'IDR' }} />}
                comparisons={[comparison(1, 2)]}
                more="bad"
                to={orders}
              />
            </Figures>
          </div>
        </State>
      </Shelf>
      <Shelf name="data-table">
        {(['one', 'none', 'loading', 'failed', 'forbidden', 'long', 'thousand'] as const).map((state) => (
          <State key={state} name={state} wide>
            <DataTable
              label={`${t('title')} ${state}`}
              list={lists[state]}
              columns={columns}
              rowId={idOf}
              empty={
                <EmptyState icon={IconBox} title={t('sample.short')}>
                  {t('sample.long')}
                </EmptyState>
              }
            />
          </State>
        ))}
      </Shelf>
    </>
  )
}
