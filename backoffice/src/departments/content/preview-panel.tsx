import { Button, SegmentedControl, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { sayDone, sayRefused } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { MailFrame } from '../../ui/mail-frame.tsx'
import { Panel } from '../../ui/panel.tsx'
import styles from './content.module.css'
import { preview, sendTest, type Content, type Key, type Look } from './queries.ts'

const MS = 400

interface PreviewPanelProps {
  readonly place: Key
  readonly content: Content
  readonly hasExamples: boolean
}

/** The letter as it would arrive, a moment after each change: of a real record where there is one. */
export function PreviewPanel({ place, content, hasExamples }: PreviewPanelProps) {
  const t = useTranslations('content')
  const mayWrite = useCan()('content:write')
  const [width, setWidth] = useState('desktop')
  const [number, setNumber] = useState('')
  const [settled] = useDebouncedValue({ content, number: number.trim() }, MS)
  const look: Look = settled.number === '' ? { content } : { content: settled.content, number: settled.number }
  const { data, error, isPending } = useQuery(
    preview(place, settled.number === '' ? { content: settled.content } : look),
  )
  const [key, setKey] = useState(() => crypto.randomUUID())
  const test = useMutation({
    mutationFn: () => sendTest(place, look, key),
    onSuccess: ({ recipient }) => sayDone(t('testSent', { recipient })),
    onError: (refused) => sayRefused(refused, t('testFailed')),
    onSettled: () => setKey(crypto.randomUUID()),
  })
  return (
    <Panel title={t('preview')}>
      <div className={styles.choices}>
        <SegmentedControl
          aria-label={t('width.label')}
          value={width}
          onChange={setWidth}
          data={[
            { value: 'desktop', label: t('width.desktop') },
            { value: 'phone', label: t('width.phone') },
            { value: 'text', label: t('width.text') },
          ]}
        />
        {hasExamples && (
          <TextInput
            aria-label={t('number')}
            placeholder={t('number')}
            maxLength={60}
            value={number}
            onChange={(change) => setNumber(change.currentTarget.value)}
          />
        )}
      </div>
      <FormError error={error} />
      {!data && isPending && <Skeleton height={480} />}
      {data && (
        <>
          <dl className={styles.envelope}>
            <dt>{t('subject')}</dt>
            <dd>
              <strong>{data.subject}</strong>
            </dd>
            {data.preheader !== '' && (
              <>
                <dt>{t('preheader')}</dt>
                <dd>{data.preheader}</dd>
              </>
            )}
          </dl>
          {width === 'text' ? (
            <pre className={styles.text}>{data.text}</pre>
          ) : (
            <div className={styles.stage} data-width={width}>
              <MailFrame html={data.html} title={data.subject} className={styles.frame} />
            </div>
          )}
          <div className={styles.previewFoot}>
            <p className={styles.note}>
              {data.example === null ? t('ofSample') : t('ofRecord', { number: data.example })}
            </p>
            {mayWrite ? (
              <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
                {t('sendTest')}
              </Button>
            ) : (
              <ActionButton
                variant="default"
                refusal={t('needsPermission', { permission: 'content:write' })}
                onClick={() => {}}
              >
                {t('sendTest')}
              </ActionButton>
            )}
          </div>
        </>
      )}
    </Panel>
  )
}
