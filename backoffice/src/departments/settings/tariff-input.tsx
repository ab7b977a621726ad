import { ActionIcon, Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import type { Option } from '../../ui/form/field.ts'
import { MoneyInput } from '../../ui/form/money-input.tsx'
import { QuantityInput } from '../../ui/form/number-inputs.tsx'
import styles from './rates.module.css'
import { amountOf, falling, withBracket, type Amount, type SurchargeDraft, type TariffDraft } from './tariff-draft.ts'

// i18n-dynamic: settings.rates.by.*
const WAYS = ['flat', 'weight', 'value', 'units', 'first_next'] as const

interface TariffInputProps {
  readonly currency: string
  /** What it is of, for those who listen. */
  readonly place: string
  readonly value: TariffDraft
  readonly categories: readonly Option[]
  readonly others: readonly { readonly label: string; readonly tariff: TariffDraft }[]
  readonly errorOf: (path: string) => string | undefined
  readonly onChange: (value: TariffDraft) => void
  readonly onRemove: () => void
}

/** The table of one currency in one zone. */
export function TariffInput(props: TariffInputProps) {
  const { currency, place, value, others, errorOf, onChange, onRemove } = props
  const t = useTranslations('settings.rates')
  const set = (changes: Partial<TariffDraft>) => onChange({ ...value, ...changes })
  const isTable = value.by !== 'flat' && value.by !== 'first_next'
  return (
    <fieldset className={styles.tariff} aria-label={place}>
      <div className={styles.row}>
        <NativeSelect
          label={t('how', { currency })}
          value={value.by}
          data={WAYS.map((by) => ({ value: by, label: t(`by.${by}`) }))}
          onChange={(change) => set({ by: WAYS.find((by) => by === change.currentTarget.value) ?? 'flat' })}
        />
        {others.length > 0 && (
          <NativeSelect
            label={t('copy')}
            value=""
            data={[
              { value: '', label: t('copyFrom') },
              ...others.map(({ label }, at) => ({ value: String(at), label })),
            ]}
            onChange={(change) => {
              const other = others[Number(change.currentTarget.value)]
              if (change.currentTarget.value !== '' && other) onChange(other.tariff)
            }}
          />
        )}
        <ActionIcon variant="subtle" size={36} aria-label={t('removeTable', { place })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      {!isTable && (
        <div className={styles.row}>
          <Price
            label={t(value.by === 'flat' ? 'price' : 'first')}
            currency={currency}
            value={value.price}
            onChange={(price) => set({ price })}
          />
          {value.by === 'first_next' && (
            <Price label={t('next')} currency={currency} value={value.next} onChange={(next) => set({ next })} />
          )}
        </div>
      )}
      {isTable && <Brackets currency={currency} value={value} errorOf={errorOf} onChange={onChange} />}
      <div className={styles.row}>
        <Price
          label={t('freeFrom')}
          currency={currency}
          value={value.freeFrom}
          onChange={(freeFrom) => set({ freeFrom })}
        />
      </div>
      <Surcharges {...props} />
    </fieldset>
  )
}

type BracketsProps = Pick<TariffInputProps, 'currency' | 'value' | 'errorOf' | 'onChange'>

function Brackets({ currency, value, errorOf, onChange }: BracketsProps) {
  const t = useTranslations('settings.rates')
  const { by, brackets } = value
  const last = brackets.length - 1
  const wrong = falling(value)
  const set = (at: number, changes: Partial<TariffDraft['brackets'][number]>) =>
    onChange({ ...value, brackets: brackets.map((one, index) => (index === at ? { ...one, ...changes } : one)) })
  return (
    <>
      {brackets.map((bracket, at) => {
        const error = errorOf(`brackets.${at}.upTo`) ?? (wrong === at ? t('notRising') : undefined)
        return (
          <div key={at} className={styles.row}>
            {at === last ? (
              <TextInput label={t('upTo')} value={t('above')} readOnly tabIndex={-1} />
            ) : by === 'value' ? (
              <Price
                label={t('upTo')}
                currency={currency}
                value={bracket.upTo}
                error={error}
                onChange={(upTo) => set(at, { upTo })}
              />
            ) : (
              <QuantityInput
                field={{
                  kind: 'quantity',
                  name: `upTo-${at}`,
                  label: t('upTo'),
                  units:
                    by === 'weight'
                      ? [
                          { label: 'g', exponent: 0 },
                          { label: 'kg', exponent: 3 },
                        ]
                      : [{ label: t('pieces'), exponent: 0 }],
                }}
                value={bracket.upTo}
                error={error}
                errorOf={() => undefined}
                language="en"
                onChange={(upTo) => set(at, { upTo: upTo as Amount })}
              />
            )}
            <Price
              label={t('price')}
              currency={currency}
              value={bracket.price}
              onChange={(price) => set(at, { price })}
            />
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('removeLine', { number: at + 1 })}
              disabled={at === last}
              onClick={() => onChange({ ...value, brackets: brackets.filter((_, index) => index !== at) })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
        )
      })}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange(withBracket(value))}
        >
          {t('addLine')}
        </Button>
      </div>
    </>
  )
}

function Surcharges({ currency, value, categories, onChange }: TariffInputProps) {
  const t = useTranslations('settings.rates')
  const { surcharges } = value
  const set = (at: number, changes: Partial<SurchargeDraft>) =>
    onChange({ ...value, surcharges: surcharges.map((one, index) => (index === at ? { ...one, ...changes } : one)) })
  return (
    <>
      {surcharges.map((surcharge, at) => (
        <fieldset key={at} className={styles.tariff} aria-label={t('surcharge')}>
          <div className={styles.row}>
            <TextInput
              label={t('surchargeName')}
              value={surcharge.name}
              maxLength={80}
              onChange={(change) => set(at, { name: change.currentTarget.value })}
            />
            <Price
              label={t('price')}
              currency={currency}
              value={surcharge.price}
              onChange={(price) => set(at, { price })}
            />
            <NativeSelect
              label={t('per')}
              value={surcharge.per}
              data={[
                { value: 'order', label: t('perOrder') },
                { value: 'unit', label: t('perUnit') },
              ]}
              onChange={(change) => set(at, { per: change.currentTarget.value === 'unit' ? 'unit' : 'order' })}
            />
            <ActionIcon
              variant="subtle"
              size={36}
              aria-label={t('removeSurcharge', { name: surcharge.name })}
              onClick={() => onChange({ ...value, surcharges: surcharges.filter((_, index) => index !== at) })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </div>
          <MultiSelect
            label={t('surchargeFor')}
            description={t('surchargeForHint')}
            data={[...categories]}
            value={[...surcharge.categories]}
            searchable
            onChange={(next) => set(at, { categories: next })}
          />
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() =>
            onChange({
              ...value,
              surcharges: [...surcharges, { name: '', price: undefined, per: 'order', categories: [] }],
            })
          }
        >
          {t('addSurcharge')}
        </Button>
      </div>
    </>
  )
}

interface PriceProps {
  readonly label: string
  readonly currency: string
  readonly value: Amount
  readonly error?: string | undefined
  readonly onChange: (value: Amount) => void
}

function Price({ label, currency, value, error, onChange }: PriceProps) {
  return (
    <MoneyInput
      label={label}
      currency={currency}
      value={typeof value === 'number' ? { amount: value, currency } : value}
      error={error}
      onChange={(next) => onChange(amountOf(next))}
    />
  )
}
