import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconAt,
  IconCheck,
  IconChecklist,
  IconClock,
  IconShieldCheck,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useNow, useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './inbox.module.css'
import { moveTodo, readItems, settleItem, snoozeItem, type InboxItem } from './todo-queries.ts'

const ICONS: Readonly<Record<InboxItem['kind'], TablerIcon>> = {
  todo: IconChecklist,
  approval: IconShieldCheck,
  mention: IconAt,
  alert: IconAlertTriangle,
}

interface InboxLineProps {
  readonly item: InboxItem
  readonly onDo: (deed: () => Promise<unknown>) => void
}

// i18n-dynamic: work.inbox.kinds.*
export function InboxLine({ item, onDo }: InboxLineProps) {
  const t = useTranslations('work.inbox')
  const now = useNow()
  const Icon = ICONS[item.kind]
  const isLate = item.dueAt !== null && item.closedAt === null && new Date(item.dueAt) < now
  const forWhom = item.recipient.kind === 'unit' || item.recipient.kind === 'role' ? item.recipient.name : ''
  return (
    <li className={styles.item} data-seen={item.seen}>
      <Icon size={20} aria-hidden className={styles.kind} />
      <div className={styles.words}>
        <Link
          to={item.path}
          className={styles.title}
          onClick={() => {
            if (!item.seen) onDo(() => readItems([item.id]))
          }}
        >
          {!item.seen && <VisuallyHidden>{t('unread')} </VisuallyHidden>}
          {item.title}
        </Link>
        <span className={styles.note}>
          {[t(`kinds.${item.kind}`), item.record?.title, forWhom].filter(Boolean).join(' · ')}
          {' · '}
          <DateText value={item.at} />
        </span>
      </div>
      <span className={styles.marks}>
        {item.todo?.priority === 'urgent' && <StateBadge tone="danger">{t('urgent')}</StateBadge>}
        {item.dueAt && (
          <span className={styles.due} data-late={isLate}>
            {t.rich(isLate ? 'late' : 'due', { when: () => <DateText value={item.dueAt ?? ''} /> })}
          </span>
        )}
      </span>
      <LineActions item={item} onDo={onDo} />
    </li>
  )
}

function LineActions({ item, onDo }: InboxLineProps) {
  const t = useTranslations('work.inbox')
  const { title } = item
  const settles = item.kind === 'mention' || item.kind === 'alert'
  if (item.closedAt !== null) {
    return (
      <span className={styles.acts}>
        {settles && (
          <Act
            label={t('reopen', { title })}
            icon={IconArrowBackUp}
            onClick={() => onDo(() => settleItem(item.id, false))}
          />
        )}
      </span>
    )
  }
  const todo = item.todo
  return (
    <span className={styles.acts}>
      <Snooze item={item} onDo={onDo} />
      {todo && (
        <Act
          label={t('done', { title })}
          icon={IconCheck}
          onClick={() => onDo(() => moveTodo(todo.id, 'complete', ''))}
        />
      )}
      {settles && (
        <Act label={t('settle', { title })} icon={IconCheck} onClick={() => onDo(() => settleItem(item.id, true))} />
      )}
    </span>
  )
}

interface ActProps {
  readonly label: string
  readonly icon: TablerIcon
  readonly onClick: () => void
}

function Act({ label, icon: Icon, onClick }: ActProps) {
  return (
    <ActionIcon variant="subtle" color="gray" size={44} aria-label={label} title={label} onClick={onClick}>
      <Icon size={20} aria-hidden />
    </ActionIcon>
  )
}

const HOUR_MS = 3_600_000

function Snooze({ item, onDo }: InboxLineProps) {
  const t = useTranslations('work.inbox')
  const now = useNow()
  const put = (until: string | null) => onDo(() => snoozeItem(item.id, until))
  if (item.snoozedUntil !== null && new Date(item.snoozedUntil) > now) {
    return <Act label={t('wake', { title: item.title })} icon={IconArrowBackUp} onClick={() => put(null)} />
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('snooze', { title: item.title })}>
          <IconClock size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => put(new Date(Date.now() + 2 * HOUR_MS).toISOString())}>{t('inTwoHours')}</Menu.Item>
        <Menu.Item onClick={() => put(morningAfter(1))}>{t('tomorrow')}</Menu.Item>
        <Menu.Item onClick={() => put(morningAfter(7))}>{t('nextWeek')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function morningAfter(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  day.setHours(8, 0, 0, 0)
  return day.toISOString()
}
