import { Button, Modal, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useRecentRecord } from '../../app/palette/recent.ts'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { Panel, RecordColumns } from '../../ui/panel.tsx'
import { RecordFiles } from '../../ui/record/record-files.tsx'
import { RecordTimeline } from '../../ui/record/record-timeline.tsx'
import { useStateWords } from '../../ui/record/use-state-words.ts'
import { RecordHeader } from '../../ui/record-header.tsx'
import { RecordTalk } from './record-talk.tsx'
import { HandoverDialog } from './handover-dialog.tsx'
import { TodoChain } from './todo-chain.tsx'
import { TodoChecklist } from './todo-checklist.tsx'
import { TodoForm } from './todo-form.tsx'
import { patchOf } from './todo-values.ts'
import { TodoMoveDialog } from './todo-move-dialog.tsx'
import { changeTodo, moveTodo, todoDetail, type Todo, type TodoMove } from './todo-queries.ts'
import { PriorityBadge, TODO_TONES } from './todo-state.tsx'
import styles from './todo.module.css'

const AT_ONCE: readonly string[] = ['take', 'complete', 'accept', 'give_back']

// i18n-dynamic: work.todos.states.*, work.todos.actions.*
/** One to-do: what, by whom, until when; its checklist; where it has been. */
export default function TodoScreen() {
  const t = useTranslations('work.todos')
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const client = useQueryClient()
  const { data: todo, error, refetch } = useQuery(todoDetail(id, useLocale()))
  const [asking, setAsking] = useState<string>()
  const seesRecord = useCan()('work:read')
  useRecentRecord('todo', `/todos/${id}`, todo?.title)
  const readAgain = () => client.invalidateQueries({ queryKey: ['work'] })
  const moving = useMutation({
    mutationFn: (move: TodoMove) => moveTodo(id, move, ''),
    onSuccess: (_, move) => sayDone(t(`moved.${move}`)),
    onSettled: readAgain,
  })
  const back = { to: '/todos', label: t('title') }
  if (!todo) {
    return (
      <>
        <RecordHeader title={t('one')} back={back} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} radius="lg" />}
      </>
    )
  }
  const begin = (action: string) => (AT_ONCE.includes(action) ? moving.mutate(action as TodoMove) : setAsking(action))
  const close = () => setAsking(undefined)
  return (
    <>
      <RecordHeader
        title={todo.title}
        state={{ tone: TODO_TONES[todo.state], label: t(`states.${todo.state}`) }}
        subtitle={todo.dueAt && t.rich('dueOn', { when: () => <DateText value={todo.dueAt ?? ''} /> })}
        back={back}
        {...(seesRecord ? { record: recordOf(todo) } : {})}
        actions={todo.allowedActions.map(({ action, allowed, reason }) => ({
          key: action,
          label: t(`actions.${action}` as 'actions.take'),
          danger: action === 'drop' || action === 'send_back',
          refusal: allowed ? undefined : reason?.message,
          onClick: () => begin(action),
        }))}
      />
      <FormError error={moving.error} />
      <RecordColumns main={<Main todo={todo} />} side={<Side todo={todo} onEdit={() => setAsking('edit')} />} />
      {asking === 'edit' && <EditDialog todo={todo} onClose={close} onDone={readAgain} />}
      {asking === 'hand_over' && <HandoverDialog todo={todo} onClose={close} onDone={readAgain} />}
      {(asking === 'drop' || asking === 'reopen' || asking === 'send_back') && (
        <TodoMoveDialog todo={todo} move={asking} onClose={close} />
      )}
    </>
  )
}

function Main({ todo }: { readonly todo: Todo }) {
  const t = useTranslations('work.todos')
  const can = useCan()
  return (
    <>
      {todo.note !== '' && (
        <Panel title={t('fields.note')}>
          <p className={styles.note}>{todo.note}</p>
        </Panel>
      )}
      <TodoChecklist todo={todo} />
      {todo.handovers.length > 0 && <TodoChain todo={todo} />}
      {can('work:read') && <RecordTalk record={{ type: 'todo', id: todo.id }} />}
    </>
  )
}

function Side({ todo, onEdit }: { readonly todo: Todo; readonly onEdit: () => void }) {
  const t = useTranslations('work.todos')
  const can = useCan()
  const sayState = useStateWords('work.todos.states')
  const { record } = todo
  const isOver = todo.state === 'done' || todo.state === 'dropped'
  return (
    <>
      <Panel
        title={t('facts')}
        aside={
          can('work:write') &&
          !isOver && (
            <Button variant="default" size="compact-sm" onClick={onEdit}>
              {t('edit')}
            </Button>
          )
        }
      >
        <Facts
          items={[
            [t('askedOf'), todo.assignee.name],
            [t('takenBy'), todo.takenBy?.name],
            [t('fields.priority'), <PriorityBadge key="priority" priority={todo.priority} />],
            [t('due'), todo.dueAt && <DateText key="due" value={todo.dueAt} form="full" />],
            [
              t('record'),
              record?.path ? (
                <Link key="record" to={record.path}>
                  {record.title ?? t('open')}
                </Link>
              ) : (
                record?.title
              ),
            ],
            [t('madeBy'), todo.madeBy ?? t('madeByHouse')],
            [t('madeAt'), <DateText key="made" value={todo.madeAt} form="full" />],
            [t('endedAt'), todo.endedAt && <DateText key="ended" value={todo.endedAt} form="full" />],
          ]}
        />
      </Panel>
      {can('work:read') && (
        <>
          <RecordFiles record={recordOf(todo)} mayWrite={can('work:write')} />
          <RecordTimeline record={recordOf(todo)} say={sayState} />
        </>
      )}
    </>
  )
}

interface EditProps {
  readonly todo: Todo
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

function EditDialog({ todo, onClose, onDone }: EditProps) {
  const t = useTranslations('work.todos')
  const words = useTranslations('ui.dialog')
  return (
    <Modal opened onClose={onClose} title={t('edit')} closeButtonProps={{ 'aria-label': words('close') }} radius="lg">
      <TodoForm
        start={todo}
        submit={t('save')}
        save={({ version = todo.version, ...sent }) => changeTodo({ id: todo.id, version }, patchOf(sent))}
        onSaved={() => {
          void onDone()
          sayDone(t('saved'))
          onClose()
        }}
        onBack={onClose}
      />
    </Modal>
  )
}

const recordOf = ({ id }: Todo) => ({ department: 'work', type: 'todo' as const, id })
