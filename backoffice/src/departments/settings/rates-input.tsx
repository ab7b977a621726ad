import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Option } from '../../ui/form/field.ts'
import styles from './rates.module.css'
import { BLANK_TARIFF, type RateDraft, type TariffDraft } from './tariff-draft.ts'
import { TariffInput } from './tariff-input.tsx'

interface RatesInputProps {
  readonly value: readonly RateDraft[]
  readonly zones: readonly Option[]
  readonly currencies: readonly string[]
  readonly categories: readonly Option[]
  /** Tables of this and other methods, by what they are called. */
  readonly others: readonly { readonly label: string; readonly tariff: TariffDraft }[]
  readonly errorOf: (path: string) => string | undefined
  readonly onChange: (value: readonly RateDraft[]) => void
}

/** What a method costs in each zone: a table for each currency, and the days that it takes. */
export function RatesInput({ value, zones, currencies, errorOf, onChange, ...more }: RatesInputProps) {
  const t = useTranslations('settings.rates')
  const set = (at: number, changes: Partial<RateDraft>) =>
    onChange(value.map((rate, index) => (index === at ? { ...rate, ...changes } : rate)))
  const nameOf = (code: string) => zones.find((zone) => zone.value === code)?.label ?? code
  const free = zones.filter((zone) => !value.some((rate) => rate.zone === zone.value))
  return (
    <div className={styles.rates} data-field="rates">
      {value.map((rate, at) => {
        const name = nameOf(rate.zone)
        const missing = currencies.filter((currency) => !rate.tariffs[currency])
        return (
          <fieldset key={at} className={styles.rate}>
            <legend className={styles.legend}>{name || t('newZone')}</legend>
            <div className={styles.row}>
              <NativeSelect
                label={t('zone')}
                value={rate.zone}
                error={errorOf(`rates.${at}.zone`)}
                data={[
                  ...(rate.zone === '' ? [{ value: '', label: t('chooseZone') }] : []),
                  ...zones.filter((zone) => zone.value === rate.zone || free.includes(zone)),
                ]}
                onChange={(change) => set(at, { zone: change.currentTarget.value })}
              />
              <Days label={t('minDays')} value={rate.minDays} onChange={(minDays) => set(at, { minDays })} />
              <Days
                label={t('maxDays')}
                value={rate.maxDays}
                error={
                  errorOf(`rates.${at}.maxDays`) ??
                  ((rate.maxDays ?? 0) < (rate.minDays ?? 0) ? t('daysCrossed') : undefined)
                }
                onChange={(maxDays) => set(at, { maxDays })}
              />
              <ActionIcon
                variant="subtle"
                size={36}
                aria-label={t('removeZone', { name })}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </div>
            {Object.entries(rate.tariffs).map(([currency, tariff]) => (
              <TariffInput
                key={currency}
                {...more}
                currency={currency}
                place={`${name}, ${currency}`}
                value={tariff}
                errorOf={(path) => errorOf(`rates.${at}.tariffs.${currency}.${path}`)}
                onChange={(next) => set(at, { tariffs: { ...rate.tariffs, [currency]: next } })}
                onRemove={() => {
                  const { [currency]: _gone, ...kept } = rate.tariffs
                  set(at, { tariffs: kept })
                }}
              />
            ))}
            {missing.map((currency) => (
              <Button
                key={currency}
                variant="default"
                size="compact-sm"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => set(at, { tariffs: { ...rate.tariffs, [currency]: BLANK_TARIFF } })}
              >
                {t('addCurrency', { currency })}
              </Button>
            ))}
          </fieldset>
        )
      })}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={free.length === 0}
          onClick={() =>
            onChange([
              ...value,
              {
                zone: free.length === 1 ? free[0]!.value : '',
                minDays: 1,
                maxDays: 3,
                tariffs: currencies[0] ? { [currencies[0]]: BLANK_TARIFF } : {},
              },
            ])
          }
        >
          {t('addZone')}
        </Button>
        {free.length === 0 && <p className={styles.hint}>{t('noMoreZones')}</p>}
      </div>
    </div>
  )
}

interface DaysProps {
  readonly label: string
  readonly value: number | undefined
  readonly error?: string | undefined
  readonly onChange: (days: number | undefined) => void
}

function Days({ label, value, error, onChange }: DaysProps) {
  return (
    <NumberInput
      label={label}
      value={value ?? ''}
      error={error}
      min={0}
      max={365}
      allowDecimal={false}
      allowNegative={false}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  )
}
