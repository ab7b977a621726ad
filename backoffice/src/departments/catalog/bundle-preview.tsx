import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { FormError } from '../../ui/form-error.tsx'
import { MoneyText } from '../../ui/money-text.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { bundlePreview, type Bundle } from './bundle-queries.ts'
import styles from './product-bundle.module.css'
import type { Product } from './queries.ts'

interface BundlePreviewProps {
  readonly product: Product
  readonly bundle: Bundle
  readonly names: Readonly<Record<string, string>>
}

const PAUSE_MS = 300

/** What it costs as it stands, how the price is shared out among the components, and how many there are. */
export function BundlePreview({ product, bundle, names }: BundlePreviewProps) {
  const t = useTranslations('catalog.bundle')
  const format = useFormatter()
  const seesPrices = useCan()('pricing:read')
  const [asked] = useDebouncedValue(bundle, PAUSE_MS)
  const sold = product.variants.find(({ retired }) => !retired)?.id ?? ''
  const query = bundlePreview(sold, asked)
  const { data, error } = useQuery({ ...query, enabled: query.enabled === true && seesPrices && sold !== '' })
  if (error) return <FormError error={error} />
  if (!data || asked.groups.length === 0) return null
  const saved = data.own.amount - data.price.amount
  return (
    <section className={styles.preview} aria-label={t('preview')}>
      <h3 className={styles.previewTitle}>{t('preview')}</h3>
      <p aria-live="polite">
        {t.rich('previewPrice', {
          price: () => (
            <strong>
              <MoneyText value={data.price} />
            </strong>
          ),
          own: () => <MoneyText value={data.own} />,
        })}{' '}
        {saved > 0 && t.rich('previewSaved', { saved: () => <MoneyText value={{ ...data.price, amount: saved }} /> })}{' '}
        {t('previewAvailable', { count: data.available })}
      </p>
      <ScrollBox label={t('preview')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('component')}</th>
              <th scope="col" data-align="end">
                {t('quantity')}
              </th>
              <th scope="col" data-align="end">
                {t('own')}
              </th>
              <th scope="col" data-align="end">
                {t('share')}
              </th>
              <th scope="col" data-align="end">
                {t('available')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.components.map(({ variantId, quantity, own, share, available }) => (
              <tr key={variantId}>
                <td>{names[variantId] ?? variantId}</td>
                <td data-align="end">{format.number(quantity)}</td>
                <td data-align="end">
                  <MoneyText value={own} />
                </td>
                <td data-align="end">
                  <MoneyText value={share} />
                </td>
                <td data-align="end">{format.number(available)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles.hint}>{t('previewHint')}</p>
    </section>
  )
}
