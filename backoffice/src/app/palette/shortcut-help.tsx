import { Modal, Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { currentActions } from '../../ui/use-actions.ts'
import { KeysText, paletteKeys } from './keys-text.tsx'
import styles from './palette.module.css'
import { singleKeysOn, turnSingleKeys } from './single-keys.ts'
import { TableKeys } from './table-keys.tsx'

/** Every shortcut that works here and now, read from what the screens declare. */
export default function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('app.palette')
  const [actions] = useState(() => currentActions().filter(({ keys }) => keys))
  const [on, setOn] = useState(singleKeysOn)
  const groups = [
    { label: t('groups.screens'), some: actions.filter(({ kind }) => kind === 'screen') },
    { label: t('groups.actions'), some: actions.filter(({ kind }) => kind !== 'screen') },
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('help')}
      size={560}
      radius="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Switch
        label={t('singleKeys')}
        description={t('singleKeysMeaning')}
        checked={on}
        onChange={(change) => {
          turnSingleKeys(change.currentTarget.checked)
          setOn(change.currentTarget.checked)
        }}
      />
      <div className={styles.help}>
        {groups.map(({ label, some }) => (
          <section key={label}>
            <h3>{label}</h3>
            <dl className={styles.shortcuts}>
              {label === t('groups.actions') && <Shortcut what={t('open')} keys={paletteKeys()} together />}
              {some.map(({ id, label: what, keys = '' }) => (
                <Shortcut key={id} what={what} keys={keys} />
              ))}
            </dl>
          </section>
        ))}
        <TableKeys />
      </div>
    </Modal>
  )
}

interface ShortcutProps {
  readonly what: string
  readonly keys: string
  /** Held down at once, not one after the other. */
  readonly together?: boolean
}

function Shortcut({ what, keys, together = false }: ShortcutProps) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {together ? (
          <span className={styles.keys}>
            {keys.split(' ').map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        ) : (
          <KeysText keys={keys} />
        )}
      </dd>
    </div>
  )
}
