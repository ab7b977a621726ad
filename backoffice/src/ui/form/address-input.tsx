import { NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ErrorState } from '../error-state.tsx'
import { addressFormat, type AddressFormat } from './address-format.ts'
import styles from './form.module.css'
import type { InputProps } from './input-props.ts'

// i18n-dynamic: ui.form.address.*

const AUTOCOMPLETE = {
  name: 'name',
  company: 'organization',
  street: 'address-line1',
  street2: 'address-line2',
  postcode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
  phone: 'tel',
} as const
type Part = keyof typeof AUTOCOMPLETE
const HALF = new Set<string>(['postcode', 'city', 'region'])

type Parts = Readonly<Record<string, string | null | undefined>>

/** An address: its country first, then its parts as an envelope of that country reads. */
export function AddressInput({ field, value, errorOf, onChange }: InputProps<'address'>) {
  const t = useTranslations('ui.form.address')
  const { name, label, hint, fixed, countries, fixedCountry, parts: wanted } = field
  const address = (value ?? {}) as Parts
  const country = address.country ?? ''
  const {
    data: format,
    error,
    refetch,
  } = useQuery({
    ...addressFormat(country),
    enabled: country !== '',
    placeholderData: keepPreviousData,
  })
  const set = (part: string, text: string) => onChange({ ...address, [part]: text })
  const shown = format?.order.filter((part): part is Part => part in AUTOCOMPLETE && (wanted?.includes(part) ?? true))
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {(fixed ?? hint) && <p className={styles.hint}>{fixed ?? hint}</p>}
      <div className={styles.fields}>
        <NativeSelect
          name={`${name}.country`}
          label={t('country')}
          description={fixedCountry}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          disabled={fixed !== undefined || fixedCountry !== undefined}
          autoComplete="country"
          error={errorOf(`${name}.country`) ?? errorOf('country')}
          value={country}
          onChange={(change) => set('country', change.currentTarget.value)}
          data={[{ value: '', label: t('chooseCountry') }, ...countries]}
        />
        {error && !format && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!format && !error && country !== '' && <Skeleton height={220} />}
        {format &&
          shown?.map((part) => (
            <div key={part} data-half={HALF.has(part)}>
              <AddressPart
                part={part}
                path={`${name}.${part}`}
                format={format}
                value={address[part] ?? ''}
                disabled={fixed !== undefined}
                error={errorOf(`${name}.${part}`) ?? errorOf(part)}
                onChange={(text) => set(part, text)}
              />
            </div>
          ))}
      </div>
    </fieldset>
  )
}

interface AddressPartProps {
  readonly part: Part
  readonly path: string
  readonly format: AddressFormat
  readonly value: string
  readonly disabled: boolean
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}

/** What it is called there: a prefecture, a ZIP code. */
function wordOf(
  part: Part,
  { region, postcodeKind }: AddressFormat,
): Part | NonNullable<AddressFormat['region']> | 'zip' | 'eircode' {
  if (part === 'region') return region ?? 'region'
  return part === 'postcode' && postcodeKind !== 'postal' ? postcodeKind : part
}

function AddressPart({ part, path, format, value, disabled, error, onChange }: AddressPartProps) {
  const t = useTranslations('ui.form')
  const isRequired = format.required.includes(part)
  const words = t(`address.${wordOf(part, format)}`)
  const example = part === 'postcode' ? format.postcodeExample : ''
  const common = {
    name: path,
    label: isRequired ? words : `${words} (${t('optional')})`,
    description: example === '' ? undefined : t('address.example', { example }),
    autoComplete: AUTOCOMPLETE[part],
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
    required: isRequired,
    withAsterisk: false,
    disabled,
    error,
    value,
  }
  if (part === 'region' && format.regions) {
    const options = format.regions.map((region) => ({ value: region.value, label: region.name }))
    // What stood there before the country's own list was known stays to be seen.
    const known = value === '' || options.some((option) => option.value === value)
    return (
      <NativeSelect
        {...common}
        onChange={(change) => onChange(change.currentTarget.value)}
        data={[{ value: '', label: t('choose') }, ...(known ? [] : [{ value, label: value }]), ...options]}
      />
    )
  }
  return (
    <TextInput
      {...common}
      type={part === 'phone' ? 'tel' : 'text'}
      maxLength={part === 'postcode' ? 20 : 200}
      onChange={(change) => onChange(change.currentTarget.value)}
    />
  )
}
