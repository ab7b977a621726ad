import { Button, Drawer, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { IconReceiptTax } from '@tabler/icons-react'
import { SettingsFrame } from './settings-frame.tsx'
import styles from './settings.module.css'
import { TaxChoicesForm } from './tax-choices-form.tsx'
import { choiceExamples, marketChoicesList, type Choice, type MarketChoices } from './tax-queries.ts'
import { TaxTrial } from './tax-trial.tsx'

/** What each market decides where the laws on tax disagree, and what is charged where. */
export default function TaxChoicesScreen() {
  const t = useTranslations('settings')
  const client = useQueryClient()
  const mayWrite = useCan()('tax:write')
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery(marketChoicesList)
  const marketName = useMarketName()
  const { data: examples } = useQuery(choiceExamples)
  const usual = new Map(examples?.items.map(({ choice, outcomes }) => [choice, outcomes[0]?.value]))
  const record = data?.items.find(({ market }) => market === open)
  const done = () => {
    void client.invalidateQueries({ queryKey: ['settings', 'tax-choices'] })
    sayDone(t('saved'))
    setOpen(undefined)
  }
  return (
    <SettingsFrame>
      <Panel title={t('choice.title')} flush>
        <p className={styles.meaning}>{t('choice.meaning')}</p>
        {!data ? (
          error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <Skeleton height={160} />
          )
        ) : data.items.length === 0 ? (
          <EmptyState icon={IconReceiptTax} title={t('choice.noMarket')} />
        ) : (
          <PanelLines>
            {data.items.map((one) => (
              <PanelLine key={one.market} title={marketName(one.market)} note={<Differences of={one} usual={usual} />}>
                {mayWrite && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    onClick={() => setOpen(one.market)}
                    aria-label={t('editNamed', { name: marketName(one.market) })}
                  >
                    {t('edit')}
                  </Button>
                )}
              </PanelLine>
            ))}
          </PanelLines>
        )}
      </Panel>
      {data && data.items.length > 0 && <TaxTrial markets={data.items} />}
      <Drawer
        opened={record !== undefined}
        onClose={() => setOpen(undefined)}
        position="right"
        size={640}
        title={t('choice.titleOf', { market: open ? marketName(open) : '' })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {record && <TaxChoicesForm key={open} record={record} onSaved={done} onCancel={() => setOpen(undefined)} />}
      </Drawer>
    </SettingsFrame>
  )
}

/** Only what is not as usual is worth a word. */
function Differences({ of, usual }: { readonly of: MarketChoices; readonly usual: ReadonlyMap<string, unknown> }) {
  const t = useTranslations('settings.choice')
  const own = Object.entries(of.choices).filter(([choice, value]) => usual.size > 0 && usual.get(choice) !== value)
  return (
    <>
      {own.length === 0
        ? t('allUsual')
        : own
            .map(([choice, value]) => `${t(`names.${choice as Choice}`)}: ${t(`values.${value as 'line'}`)}`)
            .join(' · ')}
    </>
  )
}
