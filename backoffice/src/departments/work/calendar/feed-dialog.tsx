import { Button, CopyButton, Modal, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateText } from '../../../ui/date-text.tsx'
import { FormError } from '../../../ui/form-error.tsx'
import { closeFeed, feedList, openFeed } from './calendar-queries.ts'
import type { CalendarState } from './calendar-state.ts'
import styles from './calendar.module.css'

/** Addresses by which calendars outside read this one, with the filter that is set now. */
export function FeedDialog({ state, onClose }: { readonly state: CalendarState; readonly onClose: () => void }) {
  const t = useTranslations('work.calendar.feeds')
  const client = useQueryClient()
  const { data } = useQuery(feedList)
  const [name, setName] = useState('')
  const readAgain = () => client.invalidateQueries({ queryKey: feedList.queryKey })
  const opening = useMutation({
    mutationFn: () =>
      openFeed({
        name: name.trim(),
        kinds: state.kinds.length > 0 ? [...state.kinds] : null,
        markets: state.markets.length > 0 ? [...state.markets] : null,
        unitId: state.unit ?? null,
      }),
    onSuccess: readAgain,
  })
  const closing = useMutation({ mutationFn: closeFeed, onSuccess: readAgain })
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="lg"
      radius="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.stack}>
        <p>{t('meaning')}</p>
        {opening.data ? (
          <>
            <p>
              <strong>{t('once')}</strong>
            </p>
            <code className={styles.url}>{opening.data.url}</code>
            <CopyButton value={opening.data.url}>
              {({ copied, copy }) => <Button onClick={copy}>{copied ? t('copied') : t('copy')}</Button>}
            </CopyButton>
          </>
        ) : (
          <form
            className={styles.answer}
            onSubmit={(submit) => {
              submit.preventDefault()
              if (name.trim() !== '' && !opening.isPending) opening.mutate()
            }}
          >
            <TextInput
              label={t('name')}
              description={t('nameHint')}
              maxLength={80}
              data-autofocus
              value={name}
              onChange={(change) => setName(change.currentTarget.value)}
            />
            <Button type="submit" loading={opening.isPending} disabled={name.trim() === ''}>
              {t('open')}
            </Button>
          </form>
        )}
        <FormError error={opening.error ?? closing.error} />
        {data && data.items.length > 0 && (
          <ul className={styles.windows}>
            {data.items.map((feed) => (
              <li key={feed.id} className={styles.window}>
                <div className={styles.windowWords}>
                  <strong>{feed.name}</strong>
                  <div className="dimmed">
                    <DateText value={feed.createdAt} />
                  </div>
                </div>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t('revokeNamed', { name: feed.name })}
                  loading={closing.isPending}
                  onClick={() => closing.mutate(feed.id)}
                >
                  {t('revoke')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Modal>
  )
}
