import { Skeleton } from '@mantine/core'
import { IconMailCog } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { LANGUAGE_NAMES } from '../../app/messages/languages.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './content.module.css'
import { EVERYWHERE, mailKinds, type MailKindRow } from './queries.ts'

// i18n-dynamic: content.audience.*

/** Every mail that the house sends, and in which languages and markets the shop has words of its own. */
export default function MailsScreen() {
  const t = useTranslations('content')
  const { data, error, refetch } = useQuery(mailKinds(useLocale()))
  const kinds = Object.groupBy(data?.items ?? [], ({ audience }) => audience)
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      {!data ? (
        error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={360} radius="lg" />
        )
      ) : data.items.length === 0 ? (
        <Panel>
          <EmptyState icon={IconMailCog} title={t('none')} />
        </Panel>
      ) : (
        <div className={styles.stack}>
          {(['customer', 'staff'] as const).map(
            (audience) =>
              kinds[audience] && (
                <Panel key={audience} title={t(`audience.${audience}`)} flush>
                  <PanelLines>
                    {kinds[audience].map((kind) => (
                      <KindLine key={kind.kind} row={kind} />
                    ))}
                  </PanelLines>
                </Panel>
              ),
          )}
        </div>
      )}
    </>
  )
}

function KindLine({ row: { kind, label, hint, templates } }: { readonly row: MailKindRow }) {
  const marketName = useMarketName()
  const t = useTranslations('content')
  const language = useLocale()
  const own = templates.map(({ locale, market }) =>
    [LANGUAGE_NAMES[locale], market && marketName(market)].filter(Boolean),
  )
  const isBroken = templates.some(({ isUsable }) => !isUsable)
  return (
    <PanelLine
      to={`/mail-templates/${kind}/${language}/${EVERYWHERE}`}
      title={label}
      note={own.length === 0 ? hint : `${hint} ${t('ownIn', { places: own.map((one) => one.join(' · ')).join(', ') })}`}
    >
      <StateBadge tone={isBroken ? 'danger' : own.length > 0 ? 'good' : 'neutral'}>
        {t(isBroken ? 'broken' : own.length > 0 ? 'own' : 'houseWords')}
      </StateBadge>
    </PanelLine>
  )
}
