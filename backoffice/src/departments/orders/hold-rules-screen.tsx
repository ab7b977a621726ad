import { Button, Skeleton } from '@mantine/core'
import { IconHandStop, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketList } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { holdRules, removeRule, type HoldRule } from './desk-queries.ts'
import { HoldRuleDialog } from './hold-rule-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'

/** By what orders are held before they are sent, each rule in plain words. */
export default function HoldRulesScreen() {
  const t = useTranslations('orders.rules')
  const mayChange = useCan()('orders:rules')
  const { data, error, refetch } = useQuery(holdRules(useLocale()))
  const [open, setOpen] = useState<HoldRule | 'new'>()
  const [removing, setRemoving] = useState<HoldRule>()
  const add = mayChange && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('meaning')}
        back={{ to: '/orders', label: useTranslations('orders')('title') }}
        actions={data && data.items.length > 0 && add}
      />
      {data?.items.length === 0 ? (
        <EmptyState icon={IconHandStop} title={t('empty')} action={add}>
          {t('emptyRemedy')}
        </EmptyState>
      ) : data ? (
        <Panel flush>
          <PanelLines>
            {data.items.map((rule) => (
              <RuleLine
                key={rule.id}
                rule={rule}
                mayChange={mayChange}
                onOpen={() => setOpen(rule)}
                onRemove={() => setRemoving(rule)}
              />
            ))}
          </PanelLines>
        </Panel>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={240} radius="lg" />
      )}
      {open && data && (
        <HoldRuleDialog
          rule={open === 'new' ? undefined : open}
          markets={data.markets}
          onClose={() => setOpen(undefined)}
        />
      )}
      {removing && (
        <RemoveDialog
          title={t('removeTitle')}
          meaning={t('removeMeaning', { count: removing.open })}
          confirm={t('remove')}
          done={t('removed')}
          act={() => removeRule(removing.id)}
          onClose={() => setRemoving(undefined)}
        />
      )}
    </>
  )
}

interface RuleLineProps {
  readonly rule: HoldRule
  readonly mayChange: boolean
  readonly onOpen: () => void
  readonly onRemove: () => void
}

function RuleLine({ rule, mayChange, onOpen, onRemove }: RuleLineProps) {
  const t = useTranslations('orders.rules')
  const { sentence, active, open, held, markets, assigneeName } = rule
  const marketList = useMarketList()
  const note = [
    markets.length === 0 ? t('everyMarket') : marketList(markets),
    t('figures', { open, held }),
    ...(assigneeName === null ? [] : [t('asks', { name: assigneeName })]),
  ].join(' · ')
  return (
    <PanelLine title={sentence} note={note}>
      <StateBadge tone={active ? 'good' : 'neutral'}>{t(active ? 'on' : 'off')}</StateBadge>
      {mayChange && (
        <>
          <Button variant="default" onClick={onOpen} aria-label={t('changeOf', { sentence })}>
            {t('change')}
          </Button>
          <Button variant="default" onClick={onRemove} aria-label={t('removeOf', { sentence })}>
            {t('remove')}
          </Button>
        </>
      )}
    </PanelLine>
  )
}
