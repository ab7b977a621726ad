import { Button, MultiSelect, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { FormError } from '../../ui/form-error.tsx'
import { mentionables, type Mention, type Mentionable } from './talk-queries.ts'
import styles from './talk.module.css'

interface CommentFormProps {
  readonly label: string
  readonly submit: string
  readonly busy: boolean
  readonly error: unknown
  readonly aside?: ReactNode
  readonly onSubmit: (body: string, mentions: Mention[]) => Promise<void>
}

const TYPING_MS = 120

/** Something to say, and whom it is for. */
export function CommentForm({ label, submit, busy, error, aside, onSubmit }: CommentFormProps) {
  const can = useCan()
  const [body, setBody] = useState('')
  const [chosen, setChosen] = useState<readonly Mentionable[]>([])
  const send = async () => {
    const said = body.trim()
    if (said === '' || busy) return
    try {
      await onSubmit(
        said,
        chosen.map(({ kind, id }) => ({ kind, id })),
      )
      // Who writes on at once keeps what they write.
      setBody((now) => (now.trim() === said ? '' : now))
      setChosen([])
    } catch {
      // What was written stays; the refusal stands above the button.
    }
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxLength={4000}
        value={body}
        onChange={(change) => setBody(change.currentTarget.value)}
        onKeyDown={(key) => {
          if (key.key === 'Enter' && (key.ctrlKey || key.metaKey)) void send()
        }}
      />
      {body !== '' && can('work:read') && <MentionSelect chosen={chosen} onChange={setChosen} />}
      {body !== '' && aside}
      <FormError error={error} />
      <div className={styles.send}>
        <Button type="submit" variant="default" loading={busy} disabled={body.trim() === ''}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

interface MentionSelectProps {
  readonly chosen: readonly Mentionable[]
  readonly onChange: (chosen: readonly Mentionable[]) => void
}

const keyOf = ({ kind, id }: Mention) => `${kind}:${id}`

function MentionSelect({ chosen, onChange }: MentionSelectProps) {
  const t = useTranslations('work.talk')
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [asked] = useDebouncedValue(typed, TYPING_MS)
  const { data } = useQuery(mentionables(asked))
  const all = new Map([...(data?.items ?? []), ...chosen].map((one) => [keyOf(one), one]))
  return (
    <MultiSelect
      searchable
      label={t('mention')}
      description={t('mentionMeaning')}
      placeholder={chosen.length === 0 ? t('choose') : ''}
      nothingFoundMessage={t('nobodyFound')}
      data={[...all].map(([value, { name }]) => ({ value, label: name }))}
      value={chosen.map(keyOf)}
      searchValue={typed}
      onSearchChange={setTyped}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      onChange={(keys) => {
        onChange(keys.flatMap((key) => all.get(key) ?? []))
        // Open it would lie over the button that sends.
        setOpen(false)
      }}
    />
  )
}
