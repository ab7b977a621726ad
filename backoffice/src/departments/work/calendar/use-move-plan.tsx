import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { sayDone, sayRefused } from '../../../ui/done.ts'
import { instantOf, wallTimeOf } from '../../../ui/form/zone-time.ts'
import { addDays } from './calendar-days.ts'
import { movePlan, type Entry, type PlanTime } from './calendar-queries.ts'

/** Moves a plan by whole days, and offers to take that back; the hour of the day stays, also where clocks change between. */
export function useMovePlan(zone: string): (entry: Entry, days: number) => void {
  const t = useTranslations('work.calendar')
  const client = useQueryClient()
  const shift = (time: PlanTime, days: number): PlanTime => {
    if (time.allDay) return { allDay: true, fromOn: addDays(time.fromOn, days), toOn: addDays(time.toOn, days) }
    const moved = (instant: string) => {
      const [day = '', hour = ''] = wallTimeOf(instant, zone).split('T')
      return instantOf(`${addDays(day, days)}T${hour}`, zone)
    }
    return { allDay: false, startsAt: moved(time.startsAt), endsAt: moved(time.endsAt) }
  }
  const put = async (
    { plan, title }: Pick<Entry, 'plan' | 'title'>,
    version: number,
    time: PlanTime,
    undo?: PlanTime,
  ) => {
    if (!plan) return
    try {
      await movePlan(plan.id, version, time)
      if (!undo) return sayDone(t('movedBack', { title }))
      const back = () => void put({ plan, title }, version + 1, undo)
      sayDone(
        <>
          {t('moved', { title })}{' '}
          <Button variant="subtle" size="compact-sm" onClick={back}>
            {t('undo')}
          </Button>
        </>,
        { stays: true },
      )
    } catch (error) {
      sayRefused(error, t('notMoved', { title }))
    } finally {
      await client.invalidateQueries({ queryKey: ['calendar'] })
    }
  }
  return (entry, days) => void (entry.plan && put(entry, entry.plan.version, shift(entry.time, days), entry.time))
}
