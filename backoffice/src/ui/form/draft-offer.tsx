import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import styles from './draft-offer.module.css'

interface DraftOfferProps {
  readonly onTake: () => void
  readonly onForget: () => void
}

/** What was typed before a reload is offered, never put back by itself. */
export function DraftOffer({ onTake, onForget }: DraftOfferProps) {
  const t = useTranslations('ui.fields')
  return (
    <output className={styles.offer}>
      <span>{t('draft')}</span>
      <span className={styles.choices}>
        <Button variant="default" size="compact-sm" onClick={onForget}>
          {t('draftForget')}
        </Button>
        <Button size="compact-sm" onClick={onTake}>
          {t('draftTake')}
        </Button>
      </span>
    </output>
  )
}
