import { useFormatter, useTranslations } from 'use-intl'
import { Bars } from '../../ui/charts/bars.tsx'
import { CalendarHeat } from '../../ui/charts/calendar-heat.tsx'
import { Cohort } from '../../ui/charts/cohort.tsx'
import { Funnel } from '../../ui/charts/funnel.tsx'
import { TimeSeries } from '../../ui/charts/time-series.tsx'
import { longWord, outage, sampleCohort, sampleDays } from './samples.ts'
import { Shelf, State } from './shelf.tsx'

const EUROS = { kind: 'money', currency: 'EUR' } as const
const COUNT = { kind: 'count' } as const

/** Regions of a page must be told apart by their names. */
function sampleName(chart: string, state: string): string {
  return [chart, state].join(': ')
}

/** What is drawn. */
export function ChartSamples() {
  const t = useTranslations('app.gallery')
  const format = useFormatter()
  const month = (date: Date) => format.dateTime(date, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const labels = { value: t('sample.field'), compared: t('sample.before') }
  const words = { what: t('sample.field'), value: t('sample.amount') }
  const steps = [12_400, 3210, 1180, 842].map((value, index) => ({
    label: t('sample.step', { number: index + 1 }),
    value,
  }))
  return (
    <>
      <Shelf name="charts/time-series">
        <State name="compared" wide>
          <TimeSeries
            title={sampleName(t('charts.series'), 'compared')}
            days={sampleDays.slice(-60)}
            unit={EUROS}
            labels={labels}
          />
        </State>
        <State name="alone" wide>
          <TimeSeries
            title={sampleName(t('charts.series'), 'alone')}
            days={sampleDays.slice(-14)}
            unit={COUNT}
            labels={{ value: labels.value }}
          />
        </State>
        <State name="one day" wide>
          <TimeSeries
            title={sampleName(t('charts.series'), 'one day')}
            days={sampleDays.slice(-1)}
            unit={EUROS}
            labels={labels}
          />
        </State>
        <State name="empty" wide>
          <TimeSeries
            title={sampleName(t('charts.series'), 'empty')}
            days={[]}
            unit={EUROS}
            labels={labels}
            empty={t('sample.long')}
          />
        </State>
        <State name="loading" wide>
          <TimeSeries
            title={sampleName(t('charts.series'), 'loading')}
            days={[]}
            unit={EUROS}
            labels={labels}
            isLoading
          />
        </State>
        <State name="failed" wide>
          <TimeSeries
            title={sampleName(t('charts.series'), 'failed')}
            days={[]}
            unit={EUROS}
            labels={labels}
            error={outage}
            onRetry={() => undefined}
          />
        </State>
      </Shelf>
      <Shelf name="charts/bars">
        <State name="bars" wide>
          <Bars
            title={sampleName(t('charts.bars'), 'bars')}
            bars={[...steps, { label: longWord, value: 0 }]}
            unit={COUNT}
            labels={words}
          />
        </State>
        <State name="empty" wide>
          <Bars title={sampleName(t('charts.bars'), 'empty')} bars={[]} unit={COUNT} labels={words} />
        </State>
      </Shelf>
      <Shelf name="charts/funnel">
        <State name="funnel" wide>
          <Funnel title={sampleName(t('charts.funnel'), 'funnel')} steps={steps} />
        </State>
        <State name="empty" wide>
          <Funnel
            title={sampleName(t('charts.funnel'), 'empty')}
            steps={steps.map((step) => ({ ...step, value: 0 }))}
          />
        </State>
      </Shelf>
      <Shelf name="charts/cohort">
        <State name="cohort" wide>
          <Cohort
            title={sampleName(t('charts.cohort'), 'cohort')}
            rows={sampleCohort.map(({ month: began, ...row }) => ({ ...row, label: month(began) }))}
            periodName={(number) => t('sample.month', { number })}
          />
        </State>
        <State name="empty" wide>
          <Cohort
            title={sampleName(t('charts.cohort'), 'empty')}
            rows={[]}
            periodName={(number) => t('sample.month', { number })}
          />
        </State>
      </Shelf>
      <Shelf name="charts/calendar-heat">
        <State name="a year" wide>
          <CalendarHeat
            title={sampleName(t('charts.calendar'), 'a year')}
            days={sampleDays}
            unit={EUROS}
            label={labels.value}
          />
        </State>
        <State name="empty" wide>
          <CalendarHeat title={sampleName(t('charts.calendar'), 'empty')} days={[]} unit={EUROS} label={labels.value} />
        </State>
      </Shelf>
    </>
  )
}
