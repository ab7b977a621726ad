import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { board } from '../../app/board/board-query.ts'
import { Figure, Figures } from '../../ui/figure-card.tsx'

/** The sales card beside it says what went wrong when the board cannot be read. */
export default function LowStockCard() {
  const t = useTranslations('inventory.card')
  const format = useFormatter()
  const { data, error } = useQuery(board)
  if (error && !data) return null
  if (!data) return <Skeleton height={112} radius="lg" />
  if (data.lowStock === null) return null
  return (
    <Figures label={t('title')}>
      <Figure
        label={t('low')}
        value={format.number(data.lowStock)}
        note={t(data.lowStock > 0 ? 'lowRemedy' : 'enough')}
        to="/stock"
        search={{ show: 'low' }}
        tone={data.lowStock > 0 ? 'attention' : 'calm'}
      />
    </Figures>
  )
}
