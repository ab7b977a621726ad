import { ActionIcon, Button, MultiSelect, NativeSelect, SegmentedControl, Skeleton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import {
  IconBan,
  IconCalendarShare,
  IconCalendarX,
  IconChevronLeft,
  IconChevronRight,
  IconPlus,
  IconPrinter,
} from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormatter, useLocale, useNow, useTranslations } from 'use-intl'
import { firstDayOf } from '../../../ui/charts/calendar-weeks.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useActions } from '../../../ui/use-actions.ts'
import { addDays, addMonths, dayIn, daysOf, quarterOf, weeksOfMonth, type DaySpan } from './calendar-days.ts'
import { CalendarLanes } from './calendar-lanes.tsx'
import { CalendarList } from './calendar-list.tsx'
import { CalendarMonth, type ShownEntry } from './calendar-month.tsx'
import { calendarChoices, calendarEntries } from './calendar-queries.ts'
import { useCalendarState, VIEWS, type CalendarState, type CalendarView } from './calendar-state.ts'
import styles from './calendar.module.css'
import { FeedDialog } from './feed-dialog.tsx'
import { PlanDrawer } from './plan-drawer.tsx'
import { useMovePlan } from './use-move-plan.tsx'

// i18n-dynamic: work.calendar.views.*
const LIST_DAYS = 42
const MINUTE_MS = 60_000

/** What is on, and whose: one calendar for all departments. */
export default function CalendarScreen() {
  const t = useTranslations('work.calendar')
  const locale = useLocale()
  const client = useQueryClient()
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false
  const [state, change] = useCalendarState()
  const [newOn, setNewOn] = useState<string>()
  const [isSharing, setSharing] = useState(false)
  const choices = useQuery(calendarChoices(locale))
  const zone = choices.data?.zone ?? 'UTC'
  const today = dayIn(useNow({ updateInterval: MINUTE_MS }), zone)
  const day = state.day ?? today
  const view: CalendarView = state.view ?? (isNarrow ? 'list' : 'month')
  const firstDay = firstDayOf(locale)
  const span = spanOf(view, day, firstDay)
  const { kinds, markets, unit } = state
  const entries = useQuery({
    ...calendarEntries(
      {
        from: span.fromOn,
        to: span.toOn,
        zone,
        kinds: kinds.join(',') || undefined,
        markets: markets.join(',') || undefined,
        unit,
      },
      locale,
    ),
    enabled: choices.data !== undefined,
  })
  const move = useMovePlan(zone)
  const mayPlan = choices.data?.mayPlan ?? false
  const labels = new Map(choices.data?.kinds.map(({ kind, label }) => [kind, label]))
  const units = new Map(choices.data?.units.map(({ id, name }) => [id, name]))
  const labelOf = (kind: string) => labels.get(kind) ?? kind
  const shown = (entries.data?.entries ?? []).map((entry): ShownEntry => ({ entry, ...daysOf(entry.time, zone) }))
  const begin = (on: string) => setNewOn(on)
  useActions([
    { id: 'calendar:today', label: t('today'), keys: 't', run: () => change({ day: undefined }) },
    ...(mayPlan ? [{ id: 'calendar:new', label: t('newPlan'), keys: 'n', icon: IconPlus, run: () => begin(day) }] : []),
  ])
  const laneOf = ({ entry }: ShownEntry) =>
    state.by === 'unit'
      ? { key: entry.plan?.unitId ?? '', name: units.get(entry.plan?.unitId ?? '') ?? t('noUnit') }
      : { key: entry.kind, name: labelOf(entry.kind), kind: entry.kind }
  const shared = {
    ...{ day, today, zone, firstDay, shown, labelOf },
    onNew: mayPlan ? begin : undefined,
    onMove: mayPlan ? move : undefined,
    onOpenDay: (on: string) => change({ view: 'list', day: on }),
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        actions={
          <>
            <Button
              variant="default"
              component={Link}
              to="/calendar/blackouts"
              leftSection={<IconBan size={18} aria-hidden />}
            >
              {t('blackouts.title')}
            </Button>
            {mayPlan && (
              <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => begin(day < today ? today : day)}>
                {t('newPlan')}
              </Button>
            )}
          </>
        }
      />
      <Toolbar view={view} day={day} span={span} change={change} onShare={() => setSharing(true)} />
      {choices.data && <Filters state={state} choices={choices.data} view={view} change={change} />}
      {entries.error && !entries.data ? (
        <ErrorState error={entries.error} onRetry={() => void entries.refetch()} />
      ) : !entries.data ? (
        <Skeleton height={520} radius="lg" />
      ) : shown.length === 0 && view !== 'month' ? (
        <EmptyState icon={IconCalendarX} title={t('nothing')}>
          <p>{t('nothingMeaning')}</p>
        </EmptyState>
      ) : view === 'month' ? (
        <CalendarMonth {...shared} />
      ) : view === 'lanes' ? (
        <CalendarLanes {...shared} laneOf={laneOf} />
      ) : (
        <CalendarList {...shared} />
      )}
      {entries.data?.more && <p className="dimmed">{t('tooMany')}</p>}
      {newOn !== undefined && choices.data && (
        <PlanDrawer
          choices={choices.data}
          on={newOn}
          onClose={() => setNewOn(undefined)}
          onSaved={() => {
            setNewOn(undefined)
            void client.invalidateQueries({ queryKey: ['calendar'] })
          }}
        />
      )}
      {isSharing && <FeedDialog state={state} onClose={() => setSharing(false)} />}
    </>
  )
}

function spanOf(view: CalendarView, day: string, firstDay: number): DaySpan {
  if (view === 'lanes') return quarterOf(day)
  if (view === 'list') return { fromOn: day, toOn: addDays(day, LIST_DAYS - 1) }
  const weeks = weeksOfMonth(day, firstDay)
  return { fromOn: weeks[0] ?? day, toOn: addDays(weeks.at(-1) ?? day, 6) }
}

function stepped(view: CalendarView, day: string, direction: 1 | -1): string {
  if (view === 'list') return addDays(day, direction * LIST_DAYS)
  return addMonths(`${day.slice(0, 7)}-01`, direction * (view === 'lanes' ? 3 : 1))
}

interface ToolbarProps {
  readonly view: CalendarView
  readonly day: string
  readonly span: DaySpan
  readonly change: (change: Partial<CalendarState>) => void
  readonly onShare: () => void
}

function Toolbar({ view, day, span, change, onShare }: ToolbarProps) {
  const t = useTranslations('work.calendar')
  const format = useFormatter()
  const at = (on: string) => new Date(`${on}T00:00:00Z`)
  const period =
    view === 'month'
      ? format.dateTime(at(day), { month: 'long', year: 'numeric', timeZone: 'UTC' })
      : format.dateTimeRange(at(span.fromOn), at(span.toOn), {
          ...(view === 'list' ? { day: 'numeric' as const } : {}),
          month: 'short',
          year: 'numeric',
          timeZone: 'UTC',
        })
  return (
    <div className={styles.toolbar}>
      <Button variant="default" onClick={() => change({ day: undefined })}>
        {t('today')}
      </Button>
      <ActionIcon
        variant="default"
        size={36}
        className="icon-button"
        aria-label={t('earlier')}
        onClick={() => change({ day: stepped(view, day, -1) })}
      >
        <IconChevronLeft size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        className="icon-button"
        aria-label={t('later')}
        onClick={() => change({ day: stepped(view, day, 1) })}
      >
        <IconChevronRight size={18} aria-hidden />
      </ActionIcon>
      <span className={styles.period} aria-live="polite">
        {period}
      </span>
      <SegmentedControl
        className={styles.push}
        aria-label={t('view')}
        value={view}
        onChange={(next) => change({ view: next as CalendarView })}
        data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      />
      <ActionIcon variant="default" size={36} className="icon-button" aria-label={t('feeds.title')} onClick={onShare}>
        <IconCalendarShare size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={36}
        className={`icon-button ${styles.onPaper}`}
        aria-label={t('print')}
        onClick={() => window.print()}
      >
        <IconPrinter size={18} aria-hidden />
      </ActionIcon>
    </div>
  )
}

interface FiltersProps {
  readonly state: CalendarState
  readonly view: CalendarView
  readonly choices: {
    readonly kinds: readonly { readonly kind: string; readonly label: string }[]
    readonly markets: readonly string[]
    readonly units: readonly { readonly id: string; readonly name: string }[]
  }
  readonly change: (change: Partial<CalendarState>) => void
}

function Filters({ state, view, choices, change }: FiltersProps) {
  const t = useTranslations('work.calendar')
  const common = {
    clearable: true,
    searchable: true,
    comboboxProps: { withinPortal: false },
    clearButtonProps: { 'aria-label': t('clear') },
  }
  return (
    <div className={styles.filters}>
      <MultiSelect
        {...common}
        aria-label={t('kinds')}
        {...(state.kinds.length === 0 ? { placeholder: t('allKinds') } : {})}
        data={choices.kinds.map(({ kind, label }) => ({ value: kind, label }))}
        value={[...state.kinds]}
        onChange={(kinds) => change({ kinds })}
      />
      {choices.markets.length > 1 && (
        <MultiSelect
          {...common}
          aria-label={t('markets')}
          {...(state.markets.length === 0 ? { placeholder: t('allMarkets') } : {})}
          data={[...choices.markets]}
          value={[...state.markets]}
          onChange={(markets) => change({ markets })}
        />
      )}
      {choices.units.length > 0 && (
        <NativeSelect
          aria-label={t('unit')}
          data={[
            { value: '', label: t('allUnits') },
            ...choices.units.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={state.unit ?? ''}
          onChange={(chosen) => change({ unit: chosen.currentTarget.value || undefined })}
        />
      )}
      {view === 'lanes' && (
        <NativeSelect
          aria-label={t('lanesBy')}
          data={[
            { value: 'kind', label: t('byKind') },
            { value: 'unit', label: t('byUnit') },
          ]}
          value={state.by}
          onChange={(chosen) => change({ by: chosen.currentTarget.value === 'unit' ? 'unit' : 'kind' })}
        />
      )}
    </div>
  )
}
