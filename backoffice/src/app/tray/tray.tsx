import { ActionIcon, Popover } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconProgressCheck } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { announce } from '../frame/announcer.tsx'
import { isOpen } from './heard-task.ts'
import { keepSeen, lastSeen } from './seen.ts'
import { trayTasks, type TrayTask } from './tasks-query.ts'
import styles from './tray.module.css'

const TaskList = lazy(() => import('./task-list.tsx'))

/** Long work in the top bar: how many run, how far, what came of them; whoever started it may be anywhere meanwhile. */
export function Tray() {
  const t = useTranslations('app.tray')
  const { data } = useQuery(trayTasks)
  const tasks = useMemo(() => data?.items ?? [], [data])
  const [opened, setOpened] = useState(false)
  const [seen, setSeen] = useState(lastSeen)
  useNews(data?.items)
  const running = tasks.filter(isOpen).length
  const hasNews = tasks.some(({ finishedAt }) => finishedAt !== null && finishedAt > seen)
  const change = (open: boolean) => {
    setOpened(open)
    const latest = tasks.reduce((last, { finishedAt }) => (finishedAt && finishedAt > last ? finishedAt : last), seen)
    keepSeen(latest)
    setSeen(latest)
  }
  return (
    <Popover
      opened={opened}
      onChange={change}
      position="bottom-end"
      width={360}
      trapFocus
      returnFocus
      shadow="md"
      radius="lg"
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={`icon-button ${styles.button ?? ''}`}
          aria-label={t('label', { count: running })}
          data-news={hasNews}
          onClick={() => change(!opened)}
        >
          <IconProgressCheck size={20} stroke={1.75} aria-hidden />
          {running > 0 && (
            <span className={styles.count} aria-hidden>
              {running}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className={styles.sheet} aria-label={t('title')}>
        <Suspense>
          <TaskList tasks={tasks} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Says that work ended since this page was opened, whether or not it was seen running. */
function useNews(tasks: readonly TrayTask[] | undefined): void {
  const t = useTranslations('app.tray')
  const told = useRef<Set<string>>(undefined)
  useEffect(() => {
    if (!tasks) return
    const ended = tasks.filter((task) => !isOpen(task))
    const before = told.current
    told.current = new Set([...(before ?? []), ...ended.map(({ id }) => id)])
    if (!before) return
    for (const { id, state, title } of ended) {
      if (before.has(id) || state === 'cancelled') continue
      const failed = state === 'failed'
      const message = t(failed ? 'failedNews' : 'doneNews', { title })
      notifications.show({
        message,
        withBorder: true,
        autoClose: failed ? false : 6000,
        color: failed ? 'brick' : 'lagoon',
      })
      announce(message)
    }
  }, [tasks, t])
}
