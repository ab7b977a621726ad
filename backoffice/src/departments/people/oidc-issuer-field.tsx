import { Button, TextInput } from '@mantine/core'
import { IconPlugConnected } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../ui/form-error.tsx'
import { tryIssuer } from './oidc-queries.ts'
import people from './people.module.css'

interface OidcIssuerFieldProps {
  readonly value: string
  /** It is kept already, and stays. */
  readonly fixed: boolean
  readonly error: ReactNode
  readonly onChange: (issuer: string) => void
}

/** Where a provider lies, and whether one answers there. */
export function OidcIssuerField({ value, fixed, error, onChange }: OidcIssuerFieldProps) {
  const t = useTranslations('people.providers')
  const trying = useMutation({ mutationFn: tryIssuer })
  const { data } = trying
  return (
    <div className={people.stack}>
      <TextInput
        label={t('issuer')}
        description={t(fixed ? 'issuerStays' : 'issuerHint')}
        type="url"
        autoComplete="off"
        maxLength={500}
        readOnly={fixed}
        error={error}
        value={value}
        onChange={(change) => {
          trying.reset()
          onChange(change.currentTarget.value)
        }}
      />
      <div className={people.buttons}>
        <Button
          variant="default"
          leftSection={<IconPlugConnected size={18} aria-hidden />}
          loading={trying.isPending}
          disabled={value.trim() === ''}
          onClick={() => trying.mutate(value)}
        >
          {t('try')}
        </Button>
      </div>
      <FormError error={trying.error} />
      <output>
        {data && (
          <p className={people.note}>
            {t(data.pkce ? 'found' : 'foundNoPkce', { address: new URL(data.authorizationEndpoint).host })}
          </p>
        )}
      </output>
    </div>
  )
}
