import { NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { isLanguage } from '../../app/messages/languages.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import type { Bundle, BundleGroup, ProductKindView } from '../catalog/bundle-queries.ts'
import type { DraftWish } from './draft-wish.ts'
import styles from './edit-order.module.css'

type Chosen = NonNullable<DraftWish['bundles']>[number]
type Choice = Chosen['choices'][number]

/** One option, and no choice whether to have it. */
const isSettled = ({ least, most, options }: BundleGroup) => options.length === 1 && least === 1 && most === 1

/** What is chosen until somebody chooses otherwise: as each option says, and the first one where that is too little. */
export function usualChoices({ groups }: Bundle): Choice[] {
  return groups.flatMap((group, at) => {
    if (isSettled(group)) return []
    const missing = group.least - group.options.reduce((all, { chosen }) => all + chosen, 0)
    return group.options
      .map(({ variantId, chosen }, index) => ({
        group: at,
        variantId,
        count: chosen + (index === 0 && missing > 0 ? missing : 0),
      }))
      .filter(({ count }) => count > 0)
  })
}

interface DraftBundleDialogProps {
  readonly variantId: string
  readonly name: string
  readonly bundle: Bundle
  readonly components: ProductKindView['components']
  readonly onChosen: (chosen: Chosen) => void
  readonly onClose: () => void
}

/** What goes into a bundle, chosen as in the shop. */
export function DraftBundleDialog({ variantId, name, bundle, components, onChosen, onClose }: DraftBundleDialogProps) {
  const t = useTranslations('orders.draft')
  const [choices, setChoices] = useState(() => usualChoices(bundle))
  const isWhole = bundle.groups.every((group, at) => {
    const have = countIn(choices, at)
    return isSettled(group) || (have >= group.least && have <= group.most)
  })
  return (
    <ConfirmDialog
      opened
      title={name}
      confirm={t('addBundle')}
      busy={false}
      ready={isWhole}
      onConfirm={() => onChosen({ variantId, quantity: 1, choices })}
      onClose={onClose}
    >
      <div className={styles.why}>
        {bundle.groups.map((group, at) =>
          isSettled(group) ? null : (
            <GroupChoice
              key={group.options.map(({ variantId: option }) => option).join(' ')}
              group={group}
              at={at}
              components={components}
              choices={choices}
              onChange={(ofGroup) => setChoices([...choices.filter((one) => one.group !== at), ...ofGroup])}
            />
          ),
        )}
      </div>
    </ConfirmDialog>
  )
}

const countIn = (choices: readonly Choice[], at: number) =>
  choices.filter(({ group }) => group === at).reduce((all, { count }) => all + count, 0)

interface GroupChoiceProps {
  readonly group: BundleGroup
  readonly at: number
  readonly components: ProductKindView['components']
  readonly choices: readonly Choice[]
  readonly onChange: (choices: Choice[]) => void
}

/** One of several, or so many of each. */
function GroupChoice({ group, at, components, choices, onChange }: GroupChoiceProps) {
  const t = useTranslations('orders.draft')
  const locale = useLocale()
  const { names, least, most, options } = group
  const label = (isLanguage(locale) && names[locale]) || names.en || t('groupOf', { number: at + 1 })
  const nameOf = (id: string) => components.find(({ variantId }) => variantId === id)?.name ?? t('reading')
  const own = choices.filter((one) => one.group === at)
  if (most === 1) {
    return (
      <NativeSelect
        label={label}
        value={own[0]?.variantId ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange(value === '' ? [] : [{ group: at, variantId: value, count: 1 }])
        }
        data={[
          ...(least === 0 ? [{ value: '', label: t('nothingOfIt') }] : []),
          ...options.map(({ variantId }) => ({ value: variantId, label: nameOf(variantId) })),
        ]}
      />
    )
  }
  return (
    <fieldset className={styles.group}>
      <legend>
        {label} <span className={styles.note}>{t('soMany', { have: countIn(choices, at), least, most })}</span>
      </legend>
      {options.map(({ variantId }) => (
        <NumberInput
          key={variantId}
          label={nameOf(variantId)}
          min={0}
          max={most}
          allowDecimal={false}
          clampBehavior="strict"
          value={own.find((one) => one.variantId === variantId)?.count ?? 0}
          onChange={(count) =>
            typeof count === 'number' &&
            onChange([
              ...own.filter((one) => one.variantId !== variantId),
              ...(count > 0 ? [{ group: at, variantId, count }] : []),
            ])
          }
        />
      ))}
    </fieldset>
  )
}
