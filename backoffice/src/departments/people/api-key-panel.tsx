import { Button, Modal } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { useSession } from '../../app/session/session.ts'
import { DateText } from '../../ui/date-text.tsx'
import { Facts } from '../../ui/facts.tsx'
import type { ApiKey } from './api-key-queries.ts'
import { GrantedWords } from './granted-words.tsx'
import people from './people.module.css'
import styles from './security.module.css'
import { useScopeText } from './use-scope-text.ts'

interface ApiKeyPanelProps {
  readonly apiKey: ApiKey
  readonly onRevoke: () => void
  readonly onRenew: () => void
  readonly onClose: () => void
}

/** What a key may do, spelt out; and the way to take it back. */
export function ApiKeyPanel({ apiKey, onRevoke, onRenew, onClose }: ApiKeyPanelProps) {
  const t = useTranslations('app.keys')
  const ui = useTranslations('ui.dialog')
  const renewal = useTranslations('people.renewal')
  const { staff } = useSession()
  const scopeText = useScopeText()
  const { name, state, owner, scope, createdAt, expiresAt, lastUsedAt, permissions, lost } = apiKey
  return (
    <Modal opened onClose={onClose} title={name} size="lg" radius="lg" closeButtonProps={{ 'aria-label': ui('close') }}>
      <div className={people.stack}>
        <Facts
          items={[
            [t('owner'), owner],
            [t('made'), <DateText key="made" value={createdAt} form="date" />],
            [t('until'), <DateText key="until" value={expiresAt} form="date" />],
            [t('lastUse'), lastUsedAt === null ? t('unused') : <DateText key="used" value={lastUsedAt} />],
            [t('onlyFor'), scope === null ? t('everything') : scopeText(scope)],
          ]}
        />
        <section aria-label={t('may')}>
          <h3 className={styles.heading}>{t('may')}</h3>
          {lost.length > 0 && <p className={styles.words}>{t('lost', { count: lost.length })}</p>}
          <GrantedWords permissions={permissions} />
        </section>
        <div className={styles.buttons}>
          {state === 'active' && apiKey.ownerId === staff.id && (
            <Button variant="default" onClick={onRenew}>
              {renewal('renew')}
            </Button>
          )}
          {state === 'active' && (
            <Button variant="default" c="var(--mantine-color-error)" onClick={onRevoke}>
              {t('revoke')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}
