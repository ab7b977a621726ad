import { useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import { LedgerParts } from './ledger-parts.tsx'
import { TrialBalance } from './trial-balance.tsx'

export default function LedgerScreen() {
  const t = useTranslations('ledger')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('intro')} actions={<LedgerParts here="/ledger" />} />
      <TrialBalance />
    </>
  )
}
