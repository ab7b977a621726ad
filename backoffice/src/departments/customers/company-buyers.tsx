import { ActionIcon, Button } from '@mantine/core'
import { IconClipboard, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { AddByEmail } from './add-by-email.tsx'
import { addBuyers, removeBuyer, type BuyerCompany } from './company-queries.ts'
import styles from './groups.module.css'

/** The people who buy for the company, and pay what was agreed with it. */
export function CompanyBuyers({ company }: { readonly company: BuyerCompany }) {
  const t = useTranslations('customers.companies.buyers')
  const client = useQueryClient()
  const mayWrite = useCan()('customers:write')
  const [isAdding, setAdding] = useState(false)
  const taking = useMutation({
    mutationFn: (id: string) => removeBuyer(company.id, id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['customers'] })
      sayDone(t('taken'))
    },
  })
  const add = mayWrite && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<IconClipboard size={16} aria-hidden />}
      onClick={() => setAdding(true)}
    >
      {t('add')}
    </Button>
  )
  return (
    <Panel title={t('title')} aside={add}>
      {company.buyers.length === 0 && <p className="dimmed">{t('none')}</p>}
      <FormError error={taking.error} />
      <ul className={styles.members}>
        {company.buyers.map(({ id, name, email }) => (
          <li key={id}>
            <span className={styles.words}>
              <Link to={`/customers/${id}`}>{name}</Link>
              <span className={styles.note}>{email}</span>
            </span>
            {mayWrite && (
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('take', { name })}
                loading={taking.isPending && taking.variables === id}
                onClick={() => taking.mutate(id)}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {isAdding && (
        <AddByEmail title={t('add')} add={(emails) => addBuyers(company.id, emails)} onClose={() => setAdding(false)} />
      )}
    </Panel>
  )
}
