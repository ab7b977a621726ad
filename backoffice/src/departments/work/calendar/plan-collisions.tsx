import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconHandStop } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../ui/form-error.tsx'
import { answerCollision, type Collision } from './calendar-queries.ts'
import styles from './calendar.module.css'

/** What a plan collides with: in a sentence, with what to do, and whose the other plan is. */
export function PlanCollisions({ collisions }: { readonly collisions: readonly Collision[] }) {
  const t = useTranslations('work.calendar')
  if (collisions.length === 0) {
    return (
      <p className={styles.clear}>
        <IconCircleCheck size={18} aria-hidden />
        {t('noCollisions')}
      </p>
    )
  }
  return (
    <ul className={styles.collisions}>
      {collisions.map((collision, index) => (
        <li key={collision.id ?? index} className={styles.collision} data-severity={collision.severity}>
          {collision.severity === 'stop' ? (
            <IconHandStop size={18} aria-hidden />
          ) : (
            <IconAlertTriangle size={18} aria-hidden />
          )}
          <p>
            <strong>{t(collision.severity === 'stop' ? 'stops' : 'warns')}</strong> {collision.sentence}
          </p>
          <p>{collision.remedy}</p>
          <Links collision={collision} />
          {collision.answers.map(({ by, word }) => (
            <p key={by.id}>{t('answered', { name: by.name ?? '', word })}</p>
          ))}
          {collision.mayAnswer && collision.answers.length === 0 && collision.id && <Answer id={collision.id} />}
        </li>
      ))}
    </ul>
  )
}

function Links({ collision: { other, owner, path } }: { readonly collision: Collision }) {
  const t = useTranslations('work.calendar')
  if (!other && !path) return null
  return (
    <p className={styles.links}>
      {other && <Link to={other.path}>{other.title}</Link>}
      {owner?.name && <span>{t('ownedBy', { name: owner.name })}</span>}
      {!other && path && <Link to={path}>{t('look')}</Link>}
    </p>
  )
}

function Answer({ id }: { readonly id: string }) {
  const t = useTranslations('work.calendar')
  const client = useQueryClient()
  const [word, setWord] = useState('')
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => answerCollision(id, word.trim()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['calendar'] }),
  })
  return (
    <form
      className={styles.answer}
      onSubmit={(submit) => {
        submit.preventDefault()
        if (word.trim() !== '' && !isPending) mutate()
      }}
    >
      <TextInput
        label={t('answerLabel')}
        maxLength={300}
        value={word}
        onChange={(change) => setWord(change.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={isPending} disabled={word.trim() === ''}>
        {t('answer')}
      </Button>
      <FormError error={error} />
    </form>
  )
}
