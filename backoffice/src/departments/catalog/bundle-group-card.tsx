import { Button, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'use-intl'
import { BundleAmounts } from './bundle-amounts.tsx'
import type { Bundle, BundleGroup, BundleOption } from './bundle-queries.ts'
import { changeGroup, changeOption, withoutGroup, withoutOption } from './bundle-values.ts'
import { ComponentSearch } from './component-search.tsx'
import styles from './product-bundle.module.css'

interface BundleGroupCardProps {
  readonly bundle: Bundle
  readonly at: number
  /** Variant id -> what it is called. */
  readonly names: Readonly<Record<string, string>>
  readonly disabled: boolean
  readonly onChange: (bundle: Bundle) => void
  readonly onGroup: (change: Partial<BundleGroup>) => void
  readonly onAdd: (variantId: string, name: string) => void
}

/** One component of a fixed bundle, or one choice of the others with its options. */
export function BundleGroupCard({ bundle, at, names, disabled, onChange, onGroup, onAdd }: BundleGroupCardProps) {
  const t = useTranslations('catalog.bundle')
  const group = bundle.groups[at]
  if (!group) return null
  const rows = group.options.map((option) => (
    <OptionRow
      key={option.variantId}
      option={option}
      shape={bundle.shape}
      name={names[option.variantId] ?? option.variantId}
      disabled={disabled}
      onChange={(change) => onChange(changeOption(bundle, { at, variantId: option.variantId }, change))}
      onDefault={() => onChange(withDefault(bundle, at, option.variantId))}
      onRemove={() => onChange(withoutOption(bundle, at, option.variantId))}
    />
  ))
  if (bundle.shape === 'fixed') return <>{rows}</>
  return (
    <fieldset className={styles.group}>
      <legend className="sr-only">{t('group', { number: at + 1 })}</legend>
      <GroupTerms group={group} shape={bundle.shape} disabled={disabled} onGroup={onGroup} />
      {rows}
      {!disabled && (
        <div className={styles.groupActs}>
          <ComponentSearch label={t('addOption')} onFound={onAdd} />
          <Button variant="subtle" color="red" onClick={() => onChange(withoutGroup(bundle, at))}>
            {t('removeGroup')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

/** Of a configurable group one option is chosen at first, or none. */
function withDefault(bundle: Bundle, at: number, variantId: string): Bundle {
  const options = bundle.groups[at]?.options ?? []
  const was = options.find((one) => one.variantId === variantId)?.chosen === 1
  return changeGroup(bundle, at, {
    options: options.map((one) => ({ ...one, chosen: !was && one.variantId === variantId ? 1 : 0 })),
  })
}

interface GroupTermsProps extends Pick<BundleGroupCardProps, 'disabled' | 'onGroup'> {
  readonly group: BundleGroup
  readonly shape: Bundle['shape']
}

function GroupTerms({ group, shape, disabled, onGroup }: GroupTermsProps) {
  const t = useTranslations('catalog.bundle')
  const locale = useLocale()
  const named = (language: string, name: string) => onGroup({ names: { ...group.names, [language]: name } })
  const languages = [...new Set(['en', locale])] as ('en' | 'it' | 'es' | 'id')[]
  return (
    <div className={styles.groupTerms}>
      {languages.map((language) => (
        <TextInput
          key={language}
          label={t('groupName', { language: language.toUpperCase() })}
          maxLength={100}
          disabled={disabled}
          value={group.names[language] ?? ''}
          onChange={(change) => named(language, change.currentTarget.value)}
        />
      ))}
      {shape === 'mix' ? (
        <NumberInput
          label={t('pieces')}
          min={1}
          max={99}
          disabled={disabled}
          value={group.most}
          onChange={(pieces) => typeof pieces === 'number' && onGroup({ least: pieces, most: pieces })}
        />
      ) : (
        <Checkbox
          label={t('required')}
          disabled={disabled}
          checked={group.least > 0}
          onChange={(change) => onGroup({ least: change.currentTarget.checked ? 1 : 0 })}
        />
      )}
    </div>
  )
}

interface OptionRowProps {
  readonly option: BundleOption
  readonly shape: Bundle['shape']
  readonly name: string
  readonly disabled: boolean
  readonly onChange: (change: Partial<BundleOption>) => void
  readonly onDefault: () => void
  readonly onRemove: () => void
}

function OptionRow({ option, shape, name, disabled, onChange, onDefault, onRemove }: OptionRowProps) {
  const t = useTranslations('catalog.bundle')
  const { quantity, surcharges, chosen } = option
  return (
    <div className={styles.option}>
      <span className={styles.name}>{name}</span>
      {shape !== 'mix' && (
        <NumberInput
          className={styles.short}
          label={t('quantity')}
          aria-label={t('quantityOf', { name })}
          min={1}
          max={99}
          disabled={disabled}
          value={quantity}
          onChange={(pieces) => typeof pieces === 'number' && pieces > 0 && onChange({ quantity: pieces })}
        />
      )}
      {shape === 'configurable' && (
        <>
          <BundleAmounts
            label={t('surcharge')}
            name={t('surchargeOf', { name })}
            amounts={surcharges}
            disabled={disabled}
            onChange={(amounts) => onChange({ surcharges: amounts })}
          />
          <Checkbox
            label={t('atFirst')}
            aria-label={t('atFirstOf', { name })}
            disabled={disabled}
            checked={chosen > 0}
            onChange={onDefault}
          />
        </>
      )}
      {!disabled && (
        <Button variant="subtle" size="compact-sm" aria-label={t('removeOf', { name })} onClick={onRemove}>
          {t('remove')}
        </Button>
      )}
    </div>
  )
}
