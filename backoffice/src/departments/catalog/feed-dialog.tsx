import { Button, CopyButton, Modal, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { LANGUAGES, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { FORMATS, openFeed, type FeedToOpen } from './feed-queries.ts'
import styles from './feeds.module.css'
import { shopPlaces } from './showing-queries.ts'

/** Asks for whom the feed is; then tells its address, once. */
export function FeedDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('catalog.feeds')
  const client = useQueryClient()
  const { data: places } = useQuery(shopPlaces)
  const [url, setUrl] = useState<string>()
  const first = places?.markets[0]
  const marketName = useMarketName()
  const fields: Field[] = [
    { kind: 'text', name: 'name', label: t('name'), hint: t('nameHint'), maxLength: 80 },
    {
      kind: 'choice',
      name: 'format',
      label: t('format'),
      half: true,
      options: FORMATS.map((value) => ({ value, label: t(`formats.${value}`) })),
    },
    {
      kind: 'choice',
      name: 'market',
      label: t('market'),
      half: true,
      options: (places?.markets ?? []).map(({ code }) => ({ value: code, label: marketName(code) })),
    },
    {
      kind: 'choice',
      name: 'channel',
      label: t('channel'),
      half: true,
      options: (places?.channels ?? []).map((value) => ({ value, label: value })),
    },
    {
      kind: 'choice',
      name: 'language',
      label: t('language'),
      half: true,
      options: LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
    },
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(url === undefined ? 'add' : 'address')}
      closeButtonProps={{ 'aria-label': t('closeDialog') }}
      size="md"
      radius="lg"
    >
      {url === undefined && !places && <Skeleton height={240} />}
      {url === undefined && places && (
        <RecordForm
          fields={fields}
          initial={{
            name: '',
            format: 'google',
            channel: places.channels[0] ?? '',
            market: first?.code ?? '',
            language: first?.language ?? 'en',
          }}
          submit={t('open')}
          onCancel={onClose}
          save={async ({ values }) => {
            const opened = await openFeed(values as unknown as FeedToOpen)
            await client.invalidateQueries({ queryKey: ['catalog', 'feeds'] })
            setUrl(opened.url)
          }}
        />
      )}
      {url !== undefined && (
        <div className={styles.address}>
          <p>{t('addressMeaning')}</p>
          <code>{url}</code>
          <CopyButton value={url}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'copied' : 'copy')}</Button>}
          </CopyButton>
        </div>
      )}
    </Modal>
  )
}
