import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useCodeWords } from '../../ui/use-code-words.ts'
import type { Order } from './queries.ts'

// i18n-dynamic: orders.business.states.*
/** For which company it was bought, and the ground on which it bears no tax, as it stood then. */
export function OrderBusiness({ business }: { readonly business: NonNullable<Order['business']> }) {
  const t = useTranslations('orders.business')
  const say = useCodeWords()
  const { name, vatNumber, taxCode, check, exemption } = business
  return (
    <Panel title={t('title')}>
      <Facts
        items={[
          [t('name'), name],
          [t('vatNumber'), vatNumber],
          [t('taxCode'), taxCode],
          [t('check'), check && say('orders.business.states', check.state)],
          [t('checkedAt'), check?.checkedAt && <DateText key="at" value={check.checkedAt} form="full" />],
          [t('consultation'), check?.consultation],
          [t('exemption'), exemption?.number],
        ]}
      />
    </Panel>
  )
}
