import { Skeleton } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import { departments } from '../departments.ts'
import type { BoardCard } from '../frame/department.ts'
import { withWords } from '../messages/words.ts'
import { useCan, useSession } from '../session/session.ts'
import styles from './board-screen.module.css'

const cards = departments.flatMap((department) =>
  (department.cards ?? []).map(({ form, permission, load }, index) => ({
    key: `${department.name}-${index}`,
    form,
    permission,
    Card: lazy(() => withWords(department.name, load)),
  })),
)

/** As tall as what comes, so that nothing jumps. */
const FALLBACKS = {
  notice: null,
  figures: <Skeleton height={144} radius="lg" />,
  chart: <Skeleton height={392} radius="lg" />,
  list: <Skeleton height={320} radius="lg" />,
}

/** The morning board: each department puts its own cards on it. */
export default function BoardScreen() {
  const t = useTranslations('app.board')
  const format = useFormatter()
  const now = useNow()
  const can = useCan()
  const { staff } = useSession()
  const today = format.dateTime(now, { weekday: 'long', day: 'numeric', month: 'long' })
  const firstName = staff.name.split(' ')[0] ?? staff.name
  const shown = (form: BoardCard['form']) =>
    cards
      .filter((card) => card.form === form && can(card.permission))
      .map(({ key, Card }) => (
        <Suspense key={key} fallback={FALLBACKS[form]}>
          <Card />
        </Suspense>
      ))
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('greeting', { name: firstName, today })} />
      <div className={styles.board}>
        {shown('notice')}
        <div className={styles.figures}>{shown('figures')}</div>
        {shown('chart')}
        {shown('list')}
      </div>
    </>
  )
}
