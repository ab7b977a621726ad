import { Skeleton } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { board } from '../../app/board/board-query.ts'
import { answer, api } from '../../client/api.ts'
import { Figure, Figures } from '../../ui/figure-card.tsx'

const soldOut = queryOptions({
  queryKey: ['inventory', 'sold-out'],
  queryFn: ({ signal }) =>
    answer(api.GET('/api/stock/count', { params: { query: { filter: ['available:to:0'] } }, signal })),
})

/** The sales card beside it says what went wrong when the board cannot be read. */
export default function LowStockCard() {
  const t = useTranslations('inventory.card')
  const today = useTranslations('app.today')
  const format = useFormatter()
  const { data, error } = useQuery(board)
  const { data: out } = useQuery(soldOut)
  if (error && !data) return null
  if (!data) return <Skeleton height={112} radius="lg" />
  if (data.lowStock === null) return null
  return (
    <Figures label={t('title')}>
      {out && (
        <Figure
          label={today('soldOut')}
          value={`${format.number(out.count)}${out.capped ? '+' : ''}`}
          note={today(out.count > 0 ? 'soldOutRemedy' : 'nothingSoldOut')}
          to="/stock"
          search={{ filter: ['available:to:0'] }}
          tone={out.count > 0 ? 'attention' : 'calm'}
        />
      )}
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
