import { useTranslations } from 'use-intl'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { moveTodo, type Todo } from './todo-queries.ts'

interface TodoMoveDialogProps {
  readonly todo: Todo
  readonly move: 'drop' | 'reopen' | 'send_back'
  readonly onClose: () => void
}

// i18n-dynamic: work.todos.asks.*, work.todos.actions.*, work.todos.moved.*
/** What others will ask about later is asked for its reason now. */
export function TodoMoveDialog({ todo, move, onClose }: TodoMoveDialogProps) {
  const t = useTranslations('work.todos')
  return (
    <ReasonDialog
      danger={move !== 'reopen'}
      title={t(`asks.${move}`)}
      meaning={t('reasonMeaning')}
      confirm={t(`actions.${move}`)}
      done={t(`moved.${move}`)}
      department="work"
      act={(reason) => moveTodo(todo.id, move, reason)}
      onClose={onClose}
    />
  )
}
