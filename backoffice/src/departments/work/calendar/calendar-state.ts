import { useNavigate, useSearch } from '@tanstack/react-router'
import { isLocalDay } from './calendar-days.ts'

export const VIEWS = ['month', 'lanes', 'list'] as const
export type CalendarView = (typeof VIEWS)[number]

/** What the calendar shows; it stands in the address, so that it can be sent and survives going back. */
export interface CalendarState {
  readonly view: CalendarView | undefined
  readonly day: string | undefined
  readonly kinds: readonly string[]
  readonly markets: readonly string[]
  readonly unit: string | undefined
  /** Lanes by kind, unless by unit. */
  readonly by: 'kind' | 'unit'
}

type Raw = Readonly<Record<string, unknown>>

const listOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value.split(',') : [])

export function useCalendarState(): [CalendarState, (change: Partial<CalendarState>) => void] {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Raw
  const state: CalendarState = {
    view: VIEWS.find((view) => view === raw.view),
    day: typeof raw.day === 'string' && isLocalDay(raw.day) ? raw.day : undefined,
    kinds: listOf(raw.kinds),
    markets: listOf(raw.markets),
    unit: typeof raw.unit === 'string' ? raw.unit : undefined,
    by: raw.by === 'unit' ? 'unit' : 'kind',
  }
  const change = (next: Partial<CalendarState>) => {
    const { view, day, kinds, markets, unit, by } = { ...state, ...next }
    const written = { view, day, kinds: kinds.join(','), markets: markets.join(','), unit, by: by === 'unit' ? by : '' }
    const search = Object.fromEntries(
      Object.entries(written).filter(([, value]) => value !== undefined && value !== ''),
    )
    void navigate({ to: '.', search, resetScroll: false } as unknown as Parameters<typeof navigate>[0])
  }
  return [state, change]
}
