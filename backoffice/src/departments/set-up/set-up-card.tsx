import { Button, Progress } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { isSettled, setUpGuide } from './queries.ts'
import styles from './set-up.module.css'

// i18n-dynamic: set-up.steps.*

/** On Today until every step is done or passed over. */
export default function SetUpCard() {
  const t = useTranslations('set-up')
  const mayWrite = useCan()('organisation:write')
  const { data } = useQuery({ ...setUpGuide, enabled: mayWrite })
  if (!mayWrite || !data || data.complete) return null
  const settled = data.steps.filter(isSettled).length
  const next = data.steps.find((step) => !isSettled(step))
  if (!next) return null
  return (
    <section className={styles.card} aria-labelledby="set-up-card">
      <div className={styles.cardWords}>
        <h2 id="set-up-card">{t('card.title')}</h2>
        <p>{t('card.next', { step: t(`steps.${next.code as 'entity'}.title`) })}</p>
        <Progress
          value={(settled * 100) / data.steps.length}
          aria-label={t('progress', { settled, count: data.steps.length })}
        />
        <p className="dimmed">{t('progress', { settled, count: data.steps.length })}</p>
      </div>
      <Button renderRoot={(props) => <Link to="/set-up" search={{ step: next.code }} {...props} />}>
        {t('card.go')}
      </Button>
    </section>
  )
}
