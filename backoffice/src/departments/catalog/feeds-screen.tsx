import { Button, Skeleton } from '@mantine/core'
import { IconPlus, IconRss } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { isLanguage, LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { useCan } from '../../app/session/session.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { FeedDialog } from './feed-dialog.tsx'
import { buildFeed, closeFeed, feedList, type FeedProblem, type ProductFeed } from './feed-queries.ts'
import styles from './feeds.module.css'

/** At which addresses channels outside fetch the products, and what they would find wrong. */
export default function FeedsScreen() {
  const t = useTranslations('catalog.feeds')
  const mayPublish = useCan()('catalog:publish')
  const { data, error, refetch } = useQuery(feedList)
  const [isOpening, setOpening] = useState(false)
  const add = mayPublish && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpening(true)}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} actions={data && data.items.length > 0 ? add : undefined} />
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={240} radius="lg" />}
      {data?.items.length === 0 && (
        <Panel>
          <EmptyState icon={IconRss} title={t('empty')} action={add}>
            {t('emptyRemedy')}
          </EmptyState>
        </Panel>
      )}
      <div className={styles.feeds}>
        {data?.items.map((feed) => (
          <FeedPanel key={feed.id} feed={feed} everyMinutes={data.everyMinutes} mayPublish={mayPublish} />
        ))}
      </div>
      {isOpening && <FeedDialog onClose={() => setOpening(false)} />}
    </>
  )
}

// i18n-dynamic: catalog.feeds.formats.*
// i18n-dynamic: catalog.feeds.facts.*
interface FeedPanelProps {
  readonly feed: ProductFeed
  readonly everyMinutes: number
  readonly mayPublish: boolean
}

function FeedPanel({ feed, everyMinutes, mayPublish }: FeedPanelProps) {
  const t = useTranslations('catalog.feeds')
  const client = useQueryClient()
  const [isClosing, setClosing] = useState(false)
  const again = () => client.invalidateQueries({ queryKey: ['catalog', 'feeds'] })
  const build = useMutation({ mutationFn: () => buildFeed(feed.id), onSuccess: again })
  const close = useMutation({
    mutationFn: () => closeFeed(feed.id),
    onSuccess: async () => {
      await again()
      sayDone(t('closed'))
    },
  })
  const { name, format, market, language, builtAt, wantedAt, problems } = feed
  const marketName = useMarketName()
  return (
    <Panel
      title={name}
      aside={
        <span className={styles.actions}>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={t('buildOf', { name })}
            loading={build.isPending || wantedAt !== null}
            onClick={() => build.mutate()}
          >
            {t('build')}
          </Button>
          {mayPublish && (
            <Button
              variant="default"
              size="compact-sm"
              aria-label={t('closeOf', { name })}
              onClick={() => setClosing(true)}
            >
              {t('close')}
            </Button>
          )}
        </span>
      }
    >
      <p className={styles.note}>
        {[t(`formats.${format}`), marketName(market), isLanguage(language) ? LANGUAGE_NAMES[language] : language].join(
          ' · ',
        )}
      </p>
      <FeedFigures feed={feed} everyMinutes={everyMinutes} />
      {build.error && <FormError error={build.error} />}
      {problems.length > 0 && (
        <ul className={styles.problems}>
          {problems.map((problem) => (
            <ProblemLine key={problem.kind} problem={problem} />
          ))}
        </ul>
      )}
      {builtAt !== null && problems.length === 0 && <p className={styles.note}>{t('sound')}</p>}
      <ConfirmDialog
        opened={isClosing}
        title={t('closeOf', { name })}
        confirm={t('close')}
        danger
        busy={close.isPending}
        error={close.error}
        onConfirm={() => close.mutate()}
        onClose={() => setClosing(false)}
      >
        <p>{t('closeMeaning')}</p>
      </ConfirmDialog>
    </Panel>
  )
}

const KILOBYTES = { style: 'unit', unit: 'kilobyte' } as const

/** What its file is: when it was written, how much stands in it, who has fetched it. */
function FeedFigures({ feed, everyMinutes }: Omit<FeedPanelProps, 'mayPublish'>) {
  const t = useTranslations('catalog.feeds')
  const format = useFormatter()
  const { builtAt, changedAt, readAt, items, leftOut, bytes } = feed
  if (builtAt === null) return <p>{t('neverBuilt')}</p>
  const facts = [
    { key: 'items', value: format.number(items) },
    { key: 'leftOut', value: format.number(leftOut) },
    { key: 'size', value: format.number(Math.ceil((bytes ?? 0) / 1_000), KILOBYTES) },
    { key: 'built', value: <DateText value={builtAt} /> },
    { key: 'changed', value: changedAt === null ? '–' : <DateText value={changedAt} /> },
    { key: 'fetched', value: readAt === null ? t('notFetched') : <DateText value={readAt} /> },
  ] as const
  return (
    <>
      <dl className={styles.facts}>
        {facts.map(({ key, value }) => (
          <div key={key}>
            <dt>{t(`facts.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>{t('schedule', { minutes: everyMinutes })}</p>
    </>
  )
}

const SHOWN_AT_FIRST = 5

// i18n-dynamic: catalog.feeds.problems.*
function ProblemLine({ problem: { kind, blocks, count, products } }: { readonly problem: FeedProblem }) {
  const t = useTranslations('catalog.feeds')
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? products : products.slice(0, SHOWN_AT_FIRST)
  return (
    <li>
      <span className={styles.kind}>
        <StateBadge tone={blocks ? 'danger' : 'waiting'}>{t(blocks ? 'blocks' : 'warns')}</StateBadge>
        <strong>{t(`problems.${kind}`, { count })}</strong>
      </span>
      <ul className={styles.products}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <Link to="/products/$id" params={{ id }}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      {products.length > shown.length && (
        <Button variant="default" size="compact-sm" onClick={() => setShowsAll(true)}>
          {t('more', { count: products.length - shown.length })}
        </Button>
      )}
    </li>
  )
}
