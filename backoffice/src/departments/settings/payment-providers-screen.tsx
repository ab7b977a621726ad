import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { CopyToClipboard } from '../../ui/copy-to-clipboard.tsx'
import { DateText } from '../../ui/date-text.tsx'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import type { Field } from '../../ui/form/field.ts'
import { RecordForm } from '../../ui/form/record-form.tsx'
import { MarketRuleDialog } from '../../ui/form/market-rule-dialog.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import {
  captureRules,
  checkPaymentProvider,
  paymentProviders,
  putCaptureRule,
  putPaymentProvider,
  type AccountWish,
  type CaptureRule,
  type CaptureWish,
  type PaymentProvider,
} from './payment-provider-queries.ts'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'

const NAMES = { stripe: 'names.stripe' } as const

/** The shop's accounts with payment providers, and when each market's cards are charged. */
// i18n-dynamic: settings.paymentProvider.*
// i18n-dynamic: settings.captureRule.*
export default function PaymentProvidersScreen() {
  const t = useTranslations('settings.paymentProvider')
  const { data, error, refetch } = useQuery(paymentProviders)
  return (
    <SettingsFrame>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton height={480} radius="lg" />}
      {data?.items.map((account) => (
        <Panel
          key={account.provider}
          title={t(NAMES[account.provider as keyof typeof NAMES])}
          aside={
            account.mode && (
              <StateBadge tone={account.mode === 'live' ? 'good' : 'waiting'}>{t(account.mode)}</StateBadge>
            )
          }
        >
          <div className={styles.content}>
            <p className={styles.note}>{t('meaning')}</p>
            <Connection account={account} />
            <AccountForm key={account.version} account={account} />
          </div>
        </Panel>
      ))}
      <CaptureRules />
    </SettingsFrame>
  )
}

/** What the provider must be told, and whether it answers. */
function Connection({ account }: { readonly account: PaymentProvider }) {
  const t = useTranslations('settings.paymentProvider')
  const client = useQueryClient()
  const check = useMutation({
    mutationFn: () => checkPaymentProvider(account.provider),
    onSuccess: () => client.invalidateQueries({ queryKey: paymentProviders.queryKey }),
  })
  const { checkedAt, checkedAs, keyEndsOn, mode, webhookSecrets, webhookUrl } = account
  return (
    <div className={styles.content}>
      <Facts
        items={[
          [t('webhookUrl'), <code key="url">{webhookUrl}</code>],
          [t('key'), keyEndsOn && `•••• ${keyEndsOn}`],
          [t('secrets'), webhookSecrets > 0 && t('secretCount', { count: webhookSecrets })],
          [
            t('checked'),
            checkedAt && (
              <span key="checked">
                <DateText value={checkedAt} /> ·{' '}
                {checkedAs === 'ok' ? t('answers') : t('silent', { said: checkedAs ?? '' })}
              </span>
            ),
          ],
        ]}
      />
      <div className={styles.foot}>
        <CopyToClipboard value={webhookUrl} copy={t('copy')} copied={t('copied')} variant="default" />
        {mode && (
          <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
            {t('check')}
          </Button>
        )}
      </div>
      {check.error && <FormError error={check.error} />}
    </div>
  )
}

/** Without a draft on the device: keys are kept nowhere but in the house. */
function AccountForm({ account }: { readonly account: PaymentProvider }) {
  const t = useTranslations('settings.paymentProvider')
  const client = useQueryClient()
  const { provider, enabled, mode, version, webhookSecrets } = account
  const secret = (name: 'key' | 'webhookSecret', kept: boolean): Field => ({
    kind: 'text',
    name,
    label: t(`${name}Field`),
    hint: t(kept ? 'kept' : `${name}Hint`),
    autoComplete: 'off',
    optional: true,
    maxLength: 300,
  })
  const fields: Field[] = [
    secret('key', mode !== null),
    secret('webhookSecret', webhookSecrets > 0),
    { kind: 'switch', name: 'enabled', label: t('enabled'), hint: t('enabledHint') },
  ]
  return (
    <RecordForm
      fields={fields}
      initial={{ enabled, key: '', webhookSecret: '' }}
      version={version}
      submit={t('save')}
      save={({ values }) => {
        const typed = (name: 'key' | 'webhookSecret') => {
          const text = String(values[name] ?? '').trim()
          return text === '' ? {} : { [name]: text }
        }
        const wish: AccountWish = { enabled: values['enabled'] === true, ...typed('key'), ...typed('webhookSecret') }
        return putPaymentProvider(provider, version, wish)
      }}
      onSaved={() => {
        void client.invalidateQueries({ queryKey: paymentProviders.queryKey })
        sayDone(t('saved'))
      }}
    />
  )
}

/** A rule as it is asked for: one choice of three. */
interface ShownRule {
  readonly market: string
  readonly charged: 'at_once' | CaptureRule['captureShare']
  readonly version: number
}

const withCharged = (rules: readonly CaptureRule[]): ShownRule[] =>
  rules.map(({ market, captureOn, captureShare, version }) => ({
    ...{ market, version },
    charged: captureOn === 'at_once' ? captureOn : captureShare,
  }))

const wishOf = (charged: unknown): CaptureWish =>
  charged === 'all_with_first' || charged === 'each_its_share'
    ? { captureOn: 'on_shipment', captureShare: charged }
    : { captureOn: 'at_once' }

/** When the cards of each market are charged. */
function CaptureRules() {
  const t = useTranslations('settings.captureRule')
  const client = useQueryClient()
  const { data, error, refetch } = useQuery(captureRules)
  const [changing, setChanging] = useState<ShownRule>()
  const marketName = useMarketName()
  const fields: Field[] = [
    {
      kind: 'choice',
      name: 'charged',
      label: t('field'),
      hint: t('fieldHint'),
      options: (['at_once', 'all_with_first', 'each_its_share'] as const).map((value) => ({ value, label: t(value) })),
    },
  ]
  const latest = async () => {
    const { items } = await client.fetchQuery({ ...captureRules, staleTime: 0 })
    return (
      withCharged(items).find(({ market }) => market === changing?.market) ??
      changing ?? { market: '', charged: 'at_once', version: 0 }
    )
  }
  const titleOf = ({ market }: ShownRule) => t('changeOf', { market: marketName(market) })
  return (
    <Panel title={t('title')} flush>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      <PanelLines>
        {withCharged(data?.items ?? []).map((rule) => (
          <PanelLine key={rule.market} title={marketName(rule.market)} note={t(rule.charged)}>
            <Button variant="default" aria-label={titleOf(rule)} onClick={() => setChanging(rule)}>
              {t('change')}
            </Button>
          </PanelLine>
        ))}
      </PanelLines>
      {changing && (
        <MarketRuleDialog
          words={{ title: titleOf(changing), close: t('close'), save: t('save'), saved: t('saved') }}
          fields={fields}
          rule={changing}
          draft={`capture-rule/${changing.market}`}
          latest={latest}
          save={(values, version) => putCaptureRule(changing.market, version, wishOf(values['charged']))}
          department="settings"
          onClose={() => setChanging(undefined)}
        />
      )}
    </Panel>
  )
}
