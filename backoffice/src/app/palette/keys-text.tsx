import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import styles from './palette.module.css'

/** Keys as they are printed on the keyboard; `g o` is one after the other. */
export function KeysText({ keys }: { readonly keys: string }) {
  const t = useTranslations('app.palette')
  return (
    <span className={styles.keys}>
      {keys.split(' ').map((key, index) => (
        <Fragment key={index}>
          {index > 0 && <span className={styles.then}>{t('then')}</span>}
          <kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>
        </Fragment>
      ))}
    </span>
  )
}

/** Keys held down at once that open the palette, as they are called on this machine. */
export function paletteKeys(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘ K' : 'Ctrl K'
}
