import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { board } from '../../app/board/board-query.ts'
import { Figure, Figures } from '../../ui/figure-card.tsx'

/** The server stops counting there. */
const MOST_COUNTED = 1000

/** The sales card beside it says what went wrong when the board cannot be read. */
export default function LowStockCard() {
  const t = useTranslations('inventory.card')
  const today = useTranslations('app.today')
  const format = useFormatter()
  const { data, error } = useQuery(board)
  if (error && !data) return null
  if (!data) return <Skeleton height={112} radius="lg" />
  if (data.stock === null) return null
  const { low, soldOut } = data.stock
  const said = (count: number) => `${format.number(count)}${count === MOST_COUNTED ? '+' : ''}`
  return (
    <Figures label={t('title')}>
      <Figure
        label={today('soldOut')}
        value={said(soldOut)}
        note={today(soldOut > 0 ? 'soldOutRemedy' : 'nothingSoldOut')}
        to="/stock"
        search={{ filter: ['soldOut:is:true'] }}
        tone={soldOut > 0 ? 'attention' : 'calm'}
      />
      <Figure
        label={t('low')}
        value={said(low)}
        note={t(low > 0 ? 'lowRemedy' : 'enough')}
        to="/stock"
        search={{ filter: ['low:is:true'], sort: 'scarce' }}
        tone={low > 0 ? 'attention' : 'calm'}
      />
    </Figures>
  )
}
