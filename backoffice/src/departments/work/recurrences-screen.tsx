import { Button, Drawer } from '@mantine/core'
import { IconPlus, IconRepeat } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { Cell } from '../../ui/cell.tsx'
import type { Column } from '../../ui/column.ts'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { ListScreen } from '../../ui/list/list-screen.tsx'
import type { Looks } from '../../ui/list/use-declared-columns.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { DeskLink } from './desk-link.tsx'
import { RecurrenceForm } from './recurrence-form.tsx'
import { pauseRecurrence, resumeRecurrence, type Recurrence } from './recurrence-queries.ts'
import { useRecurrenceSentence } from './use-recurrence-sentence.ts'
import styles from './recurrence.module.css'

const SHOWN = ['title', 'state']

/** What comes again by itself, each in one sentence. */
export default function RecurrencesScreen() {
  const t = useTranslations('work.recurring')
  const todos = useTranslations('work.todos')
  const client = useQueryClient()
  const mayWrite = useCan()('work:write')
  const now = useNow()
  const [open, setOpen] = useState<Recurrence | 'new'>()
  const [pausing, setPausing] = useState<Recurrence>()
  const readAgain = () => client.invalidateQueries({ queryKey: ['work'] })
  const { mutate: resume, error } = useMutation({
    mutationFn: resumeRecurrence,
    onSuccess: () => sayDone(t('resumed')),
    onSettled: () => client.invalidateQueries({ queryKey: ['work'] }),
  })
  const looks = useMemo<Looks<Recurrence>>(
    () => ({
      title: { cell: (one) => <Cell title={<Sentence one={one} />} note={<Coming {...one} />} /> },
      state: {
        width: '128px',
        place: 'lead-end',
        cell: ({ state }) => state === 'paused' && <StateBadge tone="waiting">{t('paused')}</StateBadge>,
      },
    }),
    [t],
  )
  const lastColumn = useMemo<Column<Recurrence>>(
    () => ({
      id: 'acts',
      width: '304px',
      header: '',
      align: 'end',
      place: 'detail',
      cell: (one) => (
        <Buttons one={one} onEdit={mayWrite ? setOpen : undefined} onPause={setPausing} onResume={resume} />
      ),
    }),
    [mayWrite, resume],
  )
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <FormError error={error} />
      <ListScreen
        department="work"
        path="/api/recurrences"
        title={t('title')}
        subtitle={t('meaning')}
        back={{ to: '/todos', label: todos('title') }}
        searchLabel={t('search')}
        shown={SHOWN}
        looks={looks}
        lastColumn={lastColumn}
        rowId={idOf}
        rowTitle={titleOf}
        actions={add}
        empty={
          <EmptyState icon={IconRepeat} title={t('none')} action={add}>
            {t('noneRemedy')}
          </EmptyState>
        }
        noneFound={<EmptyState icon={IconRepeat} title={t('noneFound')} />}
      />
      <Drawer
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        position="right"
        size={560}
        title={open === 'new' ? t('add') : t('one')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {open !== undefined && (
          <RecurrenceForm
            record={open === 'new' ? undefined : open}
            today={now.toLocaleDateString('sv')}
            onCancel={() => setOpen(undefined)}
            onSaved={() => {
              sayDone(t('saved'))
              void readAgain()
              setOpen(undefined)
            }}
          />
        )}
      </Drawer>
      {pausing && (
        <ReasonDialog
          title={t('pauseNamed', { title: pausing.title })}
          meaning={t('pauseMeaning')}
          confirm={t('pause')}
          done={t('pausedDone')}
          department="work"
          act={(reason) => pauseRecurrence(pausing, reason)}
          onClose={() => setPausing(undefined)}
        />
      )}
    </>
  )
}

interface ButtonsProps {
  readonly one: Recurrence
  /** Absent for who may only look. */
  readonly onEdit: ((one: Recurrence) => void) | undefined
  readonly onPause: (one: Recurrence) => void
  readonly onResume: (one: Recurrence) => void
}

function Buttons({ one, onEdit, onPause, onResume }: ButtonsProps) {
  const t = useTranslations('work.recurring')
  const { id, title, pause } = one
  return (
    <div className={styles.buttons}>
      {onEdit && (
        <>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t(pause ? 'resumeNamed' : 'pauseNamed', { title })}
            onClick={() => (pause ? onResume(one) : onPause(one))}
          >
            {t(pause ? 'resume' : 'pause')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('editNamed', { title })}
            onClick={() => onEdit(one)}
          >
            {t('edit')}
          </Button>
        </>
      )}
      <DeskLink record={{ type: 'recurrence', id }} name={title} />
    </div>
  )
}

function Sentence({ one }: { readonly one: Recurrence }) {
  const sentenceOf = useRecurrenceSentence()
  return <b className={styles.said}>{sentenceOf({ ...one, who: one.assignee.name })}</b>
}

function Coming({ pause, nextOn }: Pick<Recurrence, 'pause' | 'nextOn'>) {
  const t = useTranslations('work.recurring')
  const format = useFormatter()
  const day = (value: string) => format.dateTime(new Date(`${value}T12:00:00Z`), { dateStyle: 'full', timeZone: 'UTC' })
  if (pause) return pause.by === null ? t('halted') : t('pausedBy', { name: pause.by, reason: pause.reason })
  return nextOn ? t('next', { day: day(nextOn) }) : t('over')
}

const idOf = ({ id }: Recurrence) => id
const titleOf = ({ title }: Recurrence) => title
