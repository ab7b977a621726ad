import { Button, Modal, Skeleton, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { isProblem } from '../../client/problem.ts'
import { sayDone } from '../../ui/done.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { FormError } from '../../ui/form-error.tsx'
import { DeskLink } from '../work/desk-link.tsx'
import styles from './people.module.css'
import { changeCompany, companyList, type Company } from './queries.ts'

/** The partners and vendors whose people may be let in; a new name counts for all of them. */
export function CompaniesDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('people.companies')
  const ui = useTranslations('ui.dialog')
  const { data, error, refetch } = useQuery(companyList)
  const [renaming, setRenaming] = useState<string>()
  const items = data?.items ?? []
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title')}
      size="lg"
      radius="lg"
      closeButtonProps={{ 'aria-label': ui('close') }}
    >
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton height={120} />}
      {data && items.length === 0 && <p className={styles.note}>{t('none')}</p>}
      <ul className={styles.list}>
        {items.map((company) => (
          <li key={company.id} className={styles.line}>
            {renaming === company.id ? (
              <RenameForm company={company} onDone={() => setRenaming(undefined)} />
            ) : (
              <CompanyLine company={company} onRename={() => setRenaming(company.id)} />
            )}
          </li>
        ))}
      </ul>
    </Modal>
  )
}

// i18n-dynamic: people.access.partner, people.access.vendor
function CompanyLine({ company, onRename }: { readonly company: Company; readonly onRename: () => void }) {
  const t = useTranslations('people.companies')
  const access = useTranslations('people.access')
  const { kind, name, people } = company
  return (
    <>
      <span>
        {name}
        <br />
        <span className={styles.note}>{[access(kind), t('people', { count: people })].join(' · ')}</span>
      </span>
      <DeskLink record={{ type: 'company', id: company.id }} name={name} />
      <Button variant="subtle" aria-label={t('renameNamed', { name })} onClick={onRename}>
        {t('rename')}
      </Button>
    </>
  )
}

function RenameForm({ company, onDone }: { readonly company: Company; readonly onDone: () => void }) {
  const t = useTranslations('people.companies')
  const ui = useTranslations('ui.dialog')
  const client = useQueryClient()
  const [name, setName] = useState(company.name)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const { mutate, error, isPending } = useMutation({
    mutationFn: (wish: string) => changeCompany(company, { kind: company.kind, name: wish }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['people'] })
      onDone()
      sayDone(t('renamed'))
    },
  })
  const wrong = isProblem(error) ? error.fields : {}
  return (
    <form
      className={styles.rename}
      onSubmit={(submit) => {
        submit.preventDefault()
        mutate(name.trim())
      }}
    >
      <TextInput
        label={t('name')}
        maxLength={120}
        ref={field}
        error={wrong.name}
        value={name}
        onChange={(change) => setName(change.currentTarget.value)}
      />
      <FormError error={error} />
      <div className={styles.buttons}>
        <Button type="submit" loading={isPending} disabled={name.trim() === '' || name.trim() === company.name}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {ui('back')}
        </Button>
      </div>
    </form>
  )
}
