import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Facts } from '../../ui/facts.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import styles from './oidc.module.css'
import type { Provider } from './oidc-queries.ts'
import { roleList } from './queries.ts'
import { useRoleName } from './role-choice.tsx'

interface OidcProviderCardProps {
  readonly provider: Provider
  readonly onChange?: (() => void) | undefined
}

export function OidcProviderCard({ provider, onChange }: OidcProviderCardProps) {
  const t = useTranslations('people.providers')
  const nameOf = useRoleName()
  const { data } = useQuery(roleList)
  const { name, enabled, issuer, domains, createsPeople, passwordsOff, people } = provider
  const roles = provider.roles.map((code) => {
    const role = data?.roles.find((one) => one.code === code)
    return role ? nameOf(role) : code
  })
  return (
    <Panel
      title={name}
      aside={<StateBadge tone={enabled ? 'good' : 'neutral'}>{t(enabled ? 'on' : 'off')}</StateBadge>}
    >
      <Facts
        items={[
          [
            t('issuer'),
            <span key="issuer" className={styles.wide}>
              {issuer}
            </span>,
          ],
          [
            t('speaksFor'),
            <span key="domains" className={styles.wide}>
              {domains.join(', ')}
            </span>,
          ],
          [t('newPeople'), createsPeople ? t('newAs', { roles: roles.join(', ') }) : t('newNone')],
          [t('passwords'), t(passwordsOff ? 'passwordsGone' : 'passwordsStay')],
          [t('cameIn'), t('people', { count: people })],
        ]}
      />
      {onChange && (
        <Button
          variant="default"
          className={styles.change ?? ''}
          aria-label={t('changeNamed', { name })}
          onClick={onChange}
        >
          {t('change')}
        </Button>
      )}
    </Panel>
  )
}
