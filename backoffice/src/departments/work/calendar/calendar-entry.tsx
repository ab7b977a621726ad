import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormatter, useTranslations } from 'use-intl'
import { lookOfKind } from './calendar-kinds.ts'
import type { Entry } from './calendar-queries.ts'
import styles from './calendar.module.css'

interface EntryBarProps {
  readonly entry: Entry
  readonly zone: string
  readonly label: string
  readonly begins?: boolean
  readonly ends?: boolean
  /** By how many days it is to be moved; undefined where it cannot be. */
  readonly onMove?: ((days: number) => void) | undefined
}

/** One entry as a bar: its sign, when it begins if that is an hour, and its title. Opens what it is about. */
export function EntryBar({ entry, zone, label, begins = true, ends = true, onMove }: EntryBarProps) {
  const t = useTranslations('work.calendar')
  const format = useFormatter()
  const { icon: Icon, tone } = lookOfKind(entry.kind)
  const { time, title, path, plan } = entry
  const hour = time.allDay
    ? ''
    : format.dateTime(new Date(time.startsAt), { hour: 'numeric', minute: '2-digit', timeZone: zone })
  const trouble = plan !== null && plan.collisions > 0
  const besides = [label, entry.note, trouble ? t('collides', { count: plan.collisions }) : '']
    .filter(Boolean)
    .join(' · ')
  const inside = (
    <>
      <Icon size={14} aria-hidden className={styles.sign} />
      {begins && hour && <span className={styles.hour}>{hour}</span>}
      <span className={styles.entryTitle}>{title}</span>
      <span className="sr-only">, {besides}</span>
      {trouble && <IconAlertTriangle size={14} aria-hidden className={styles.trouble} />}
    </>
  )
  const look = {
    className: styles.bar,
    title: `${title} · ${besides}`,
    'data-tone': tone,
    'data-begins': begins,
    'data-ends': ends,
  }
  if (path === null) return <span {...look}>{inside}</span>
  return (
    <Link
      {...look}
      to={path}
      draggable={onMove !== undefined}
      onDragStart={(drag) => {
        drag.dataTransfer.setData('text/plain', entry.id)
        drag.dataTransfer.effectAllowed = 'move'
      }}
      onKeyDown={(press) => {
        const days = press.key === 'ArrowRight' ? 1 : press.key === 'ArrowLeft' ? -1 : 0
        if (!press.altKey || days === 0 || !onMove) return
        press.preventDefault()
        onMove(days)
      }}
    >
      {inside}
    </Link>
  )
}
