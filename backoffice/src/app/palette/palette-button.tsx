import { UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { paletteKeys } from './keys-text.tsx'
import { showOverlay } from './overlay.ts'
import styles from './palette.module.css'

/** In the top bar: a field on a wide screen, a sign on a phone. */
export function PaletteButton() {
  const t = useTranslations('app.palette')
  return (
    <UnstyledButton
      className={styles.button}
      aria-keyshortcuts="Control+K Meta+K /"
      aria-haspopup="dialog"
      onClick={() => showOverlay('palette')}
    >
      <IconSearch size={18} stroke={1.75} aria-hidden />
      <span className={styles.buttonWords}>
        {t('open')}
        <kbd aria-hidden>{paletteKeys()}</kbd>
      </span>
    </UnstyledButton>
  )
}
