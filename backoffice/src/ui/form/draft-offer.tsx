import { Button } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { DateText } from '../date-text.tsx'
import styles from './draft-offer.module.css'

interface DraftOfferProps {
  /** When it was typed. */
  readonly at: string
  readonly onTake: () => void
  readonly onForget: () => void
}

/** What was typed before and not saved is offered, never put back by itself. */
export function DraftOffer({ at, onTake, onForget }: DraftOfferProps) {
  const t = useTranslations('ui.form')
  return (
    <output className={styles.offer}>
      <span>{t.rich('draft', { when: () => <DateText value={at} /> })}</span>
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
