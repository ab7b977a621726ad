import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import { StateBadge, type Tone } from '../../ui/state-badge.tsx'
import type { ApiKey } from './api-key-queries.ts'
import { GrantedWords } from './granted-words.tsx'
import styles from './security.module.css'

const TONES: Readonly<Record<ApiKey['state'], Tone>> = {
  active: 'good',
  expired: 'neutral',
  revoked: 'neutral',
  owner_left: 'danger',
}

// i18n-dynamic: app.keys.state.*
export function ApiKeyCard({ apiKey, onRevoke }: { readonly apiKey: ApiKey; readonly onRevoke: () => void }) {
  const t = useTranslations('app.keys')
  const { name, state, owner, expiresAt, lastUsedAt, permissions, lost } = apiKey
  return (
    <Panel title={name} aside={<StateBadge tone={TONES[state]}>{t(`state.${state}`)}</StateBadge>}>
      <p className={styles.words}>
        {t('of', { name: owner.name })}
        {' · '}
        {t.rich('endsOn', { when: () => <DateText value={expiresAt} form="date" /> })}
        {' · '}
        {lastUsedAt === null ? t('unused') : t.rich('used', { when: () => <DateText value={lastUsedAt} /> })}
      </p>
      {lost.length > 0 && <p className={styles.words}>{t('lost', { count: lost.length })}</p>}
      <details className={styles.rights}>
        <summary>{t('rights', { count: permissions.length })}</summary>
        <GrantedWords permissions={permissions} />
      </details>
      {state === 'active' && (
        <Button variant="subtle" color="brick" aria-label={t('revokeNamed', { name })} onClick={onRevoke}>
          {t('revoke')}
        </Button>
      )}
    </Panel>
  )
}
