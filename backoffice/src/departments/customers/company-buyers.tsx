import { useTranslations } from 'use-intl'
import { addBuyers, removeBuyer, type BuyerCompany } from './company-queries.ts'
import { MembersPanel } from './members-panel.tsx'

/** The people who buy for the company, and pay what was agreed with it. */
export function CompanyBuyers({ company }: { readonly company: BuyerCompany }) {
  const t = useTranslations('customers.companies.buyers')
  return (
    <MembersPanel
      words={{ title: t('title'), add: t('add'), taken: t('taken'), take: (name) => t('take', { name }) }}
      members={company.buyers.map(({ id, name, email }) => ({ id, name, note: email }))}
      add={(emails) => addBuyers(company.id, emails)}
      take={(id) => removeBuyer(company.id, id)}
      above={company.buyers.length === 0 && <p className="dimmed">{t('none')}</p>}
    />
  )
}
