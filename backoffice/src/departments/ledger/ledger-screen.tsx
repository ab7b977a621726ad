import { Tabs } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import { useListSearch } from '../../ui/use-list-search.ts'
import { Entries } from './entries.tsx'
import { TrialBalance } from './trial-balance.tsx'

/** The tab stands in the address, so that an accountant's link opens what they looked at. */
export default function LedgerScreen() {
  const t = useTranslations('ledger')
  const [{ view = 'balance' }, change] = useListSearch()
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} />
      <Tabs value={view} onChange={(next) => change({ view: next ?? undefined })} keepMounted={false}>
        <Tabs.List mb={16}>
          <Tabs.Tab value="balance">{t('balance.title')}</Tabs.Tab>
          <Tabs.Tab value="entries">{t('entries.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="balance">
          <TrialBalance />
        </Tabs.Panel>
        <Tabs.Panel value="entries">
          <Entries />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
