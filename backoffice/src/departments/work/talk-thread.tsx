import { ActionIcon, Button, Menu, Textarea } from '@mantine/core'
import { IconBuilding, IconDots, IconLock } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { SharingSelect } from '../../ui/record/sharing-select.tsx'
import { CommentForm } from './comment-form.tsx'
import { addComment, deleteComment, editComment, shareThread, type Comment, type Thread } from './talk-queries.ts'
import { ThreadFiles } from './thread-files.tsx'
import { useSharingWords } from './use-sharing-words.ts'
import styles from './talk.module.css'

/** One thread. Who reads it stands above it, in words and in colour: nobody writes to outside without knowing. */
export function TalkThread({ thread }: { readonly thread: Thread }) {
  const t = useTranslations('work.talk')
  const words = useSharingWords()
  const can = useCan()
  const client = useQueryClient()
  const { mutateAsync, mutate, error, isPending } = useMutation({
    mutationFn: (deed: () => Promise<unknown>) => deed(),
    onSettled: () => client.invalidateQueries({ queryKey: ['work'] }),
  })
  const shared = thread.sharedWith
  const Icon = shared ? IconBuilding : IconLock
  return (
    <article
      className={styles.thread}
      data-shared={shared !== null}
      aria-label={shared ? t('sharedWith', shared) : t('internal')}
    >
      <div className={styles.readers}>
        <Icon size={16} aria-hidden />
        <strong>{shared ? t('sharedWith', { name: shared.name }) : t('internal')}</strong>
        {can('work:read') && (
          <span className={styles.share}>
            <SharingSelect
              value={shared?.id ?? null}
              words={words}
              onChange={(id) => mutate(() => shareThread(thread.id, id))}
            />
          </span>
        )}
      </div>
      <ol className={styles.comments}>
        {thread.comments.map((comment) => (
          <Said key={comment.id} comment={comment} onDo={(deed) => mutateAsync(deed)} />
        ))}
      </ol>
      {shared && <ThreadFiles thread={thread} />}
      <CommentForm
        label={t('reply')}
        submit={t('say')}
        busy={isPending}
        error={error}
        onSubmit={async (body, mentions) => {
          await mutateAsync(() => addComment(thread.id, body, mentions))
        }}
      />
    </article>
  )
}

interface SaidProps {
  readonly comment: Comment
  readonly onDo: (deed: () => Promise<unknown>) => Promise<unknown>
}

function Said({ comment, onDo }: SaidProps) {
  const t = useTranslations('work.talk')
  const [text, setText] = useState<string>()
  const isGone = comment.deletedAt !== null
  return (
    <li className={styles.comment}>
      <div className={styles.by}>
        <strong>{comment.by.name}</strong>
        <span className="dimmed">
          <DateText value={comment.at} />
          {comment.editedAt && !isGone && ` · ${t('edited')}`}
        </span>
        {comment.mine && !isGone && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('change')}>
                <IconDots size={16} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setText(comment.body)}>{t('edit')}</Menu.Item>
              <Menu.Item onClick={() => void onDo(() => deleteComment(comment.id)).catch(() => {})}>
                {t('takeBack')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {isGone && <p className="dimmed">{t('gone')}</p>}
      {!isGone && text === undefined && <p className={styles.body}>{comment.body}</p>}
      {text !== undefined && (
        <Editing
          text={text}
          onChange={setText}
          onSave={(body) => onDo(() => editComment(comment.id, body)).then(() => setText(undefined))}
        />
      )}
    </li>
  )
}

interface EditingProps {
  readonly text: string
  readonly onChange: (text: string | undefined) => void
  readonly onSave: (text: string) => Promise<unknown>
}

function Editing({ text, onChange, onSave }: EditingProps) {
  const t = useTranslations('work.talk')
  const words = useTranslations('ui.dialog')
  const [error, setError] = useState<unknown>()
  return (
    <div className={styles.form}>
      <Textarea
        aria-label={t('edit')}
        autosize
        maxLength={4000}
        value={text}
        onChange={(change) => onChange(change.currentTarget.value)}
      />
      <FormError error={error} />
      <div className={styles.send}>
        <Button variant="default" onClick={() => onChange(undefined)}>
          {words('back')}
        </Button>
        <Button
          variant="default"
          disabled={text.trim() === ''}
          onClick={() => void onSave(text.trim()).catch(setError)}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
