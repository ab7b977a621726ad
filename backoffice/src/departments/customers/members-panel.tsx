import { ActionIcon, Button } from '@mantine/core'
import { IconClipboard, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AddByEmail } from './add-by-email.tsx'
import styles from './groups.module.css'

interface MembersPanelProps {
  readonly words: {
    readonly title: string
    readonly add: string
    readonly taken: string
    readonly take: (name: string) => string
  }
  readonly members: readonly { readonly id: string; readonly name: string; readonly note: ReactNode }[]
  readonly add: Parameters<typeof AddByEmail>[0]['add']
  readonly take: (id: string) => Promise<unknown>
  /** A search, or that there is nobody. */
  readonly above?: ReactNode
  readonly below?: ReactNode
}

/** Customers who belong to something: each can be taken out, and addresses pasted. */
export function MembersPanel({ words, members, add, take, above, below }: MembersPanelProps) {
  const client = useQueryClient()
  const mayWrite = useCan()('customers:write')
  const [isAdding, setAdding] = useState(false)
  const taking = useMutation({
    mutationFn: take,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['customers'] })
      sayDone(words.taken)
    },
  })
  const paste = mayWrite && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconClipboard size={16} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {words.add}
    </Button>
  )
  return (
    <Panel title={words.title} aside={paste}>
      {above}
      <FormError error={taking.error} />
      {members.length > 0 && (
        <ul className={styles.members}>
          {members.map(({ id, name, note }) => (
            <li key={id}>
              <span className={styles.words}>
                <Link to={`/customers/${id}`}>{name}</Link>
                <span className={styles.note}>{note}</span>
              </span>
              {mayWrite && (
                <ActionIcon
                  variant="subtle"
                  size={44}
                  aria-label={words.take(name)}
                  loading={taking.isPending && taking.variables === id}
                  onClick={() => taking.mutate(id)}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {below}
      {isAdding && <AddByEmail title={words.add} add={add} onClose={() => setAdding(false)} />}
    </Panel>
  )
}
