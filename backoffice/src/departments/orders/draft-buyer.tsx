import { Switch, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { AddressInput } from '../../ui/form/address-input.tsx'
import { HINT_BELOW } from '../../ui/form/input-props.ts'
import { RecordInput } from '../../ui/form/record-input.tsx'
import { Panel } from '../../ui/panel.tsx'
import { customerDetail } from '../customers/queries.ts'
import { useCountries } from '../settings/places.ts'
import { BILLED_PARTS } from './billed-parts.ts'
import type { Draft, DraftWish } from './draft-wish.ts'
import styles from './edit-order.module.css'
import { countriesSold } from './sold-countries.ts'
import type { DraftEdit } from './use-draft-edit.ts'

interface Found {
  readonly id: string
  readonly title: string
}

/** For whom: somebody the shop knows, at whose prices it is taken, or somebody new. */
export function DraftBuyer({ draft, edit }: { readonly draft: Draft; readonly edit: DraftEdit }) {
  const t = useTranslations('orders.draft')
  const client = useQueryClient()
  const { wish, change } = edit
  const { data: sold = [] } = useQuery(countriesSold)
  const everywhere = useCountries()
  const countries = everywhere.filter(
    ({ value }) => sold.length === 0 || sold.includes(value) || value === wish.address.country,
  )
  const [chosen, setChosen] = useState<Found | undefined>(
    draft.customerId === null ? undefined : { id: draft.customerId, title: draft.address.name || draft.email },
  )
  const choose = async (found: Found | undefined) => {
    setChosen(found)
    change({ customerId: found?.id ?? null })
    if (!found) return
    // What is typed stays; what is empty is filled with what the shop knows.
    const customer = await client.fetchQuery(customerDetail(found.id))
    change({
      customerId: found.id,
      email: wish.email || customer.email,
      address: { ...wish.address, name: wish.address.name || customer.name },
    })
  }
  return (
    <Panel title={t('buyer')}>
      <div className={styles.why}>
        <RecordInput
          field={{
            kind: 'record',
            name: 'customer',
            label: t('customer'),
            hint: t('customerHint'),
            kinds: ['customer'],
            optional: true,
          }}
          value={chosen && { kind: 'customer', ...chosen }}
          error={undefined}
          errorOf={nothingWrong}
          onChange={(found) => void choose(found as Found | undefined)}
        />
        <TextInput
          label={t('email')}
          inputWrapperOrder={HINT_BELOW}
          description={t('emailHint')}
          type="email"
          maxLength={254}
          value={wish.email}
          onChange={(event) => change({ email: event.currentTarget.value })}
        />
        <AddressInput
          field={{ kind: 'address', name: 'address', label: t('address'), countries }}
          value={wish.address}
          error={undefined}
          errorOf={nothingWrong}
          onChange={(address) => change({ address: address as DraftWish['address'] })}
        />
        <Switch
          label={t('billedElsewhere')}
          checked={Boolean(wish.billing)}
          onChange={(event) =>
            change({ billing: event.currentTarget.checked ? { name: '', country: wish.address.country } : null })
          }
        />
        {wish.billing && (
          <AddressInput
            field={{
              kind: 'address',
              name: 'billing',
              label: t('billing'),
              countries: everywhere,
              parts: BILLED_PARTS,
            }}
            value={wish.billing}
            error={undefined}
            errorOf={nothingWrong}
            onChange={(billing) => change({ billing: billing as DraftWish['address'] })}
          />
        )}
      </div>
    </Panel>
  )
}

const nothingWrong = () => undefined
