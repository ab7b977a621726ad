import { useFormatter, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import type { Values } from '../../ui/form/field.ts'
import type { PriceListChoices } from './price-list-queries.ts'

/** A price list as a person would tell it: who pays what, where and when. */
export function usePriceListSentence(choices: PriceListChoices): (values: Values, prices: number) => string {
  const t = useTranslations('pricing.lists.sentence')
  const marketName = useMarketName()
  const format = useFormatter()
  return (values, prices) => {
    const texts = (name: string) => (values[name] ?? []) as string[]
    const list = (items: readonly string[]) => format.list(items, { type: 'disjunction' })
    const { kind, percent, direction, of, zone, beginsAt, endsAt, announced, currency } = values
    const moment = (at: unknown) =>
      format.dateTime(new Date(String(at)), {
        dateStyle: 'medium',
        timeStyle: 'short',
        ...(zone ? { timeZone: String(zone) } : {}),
      })
    const base = choices.bases.find(({ id }) => id === of)?.name
    const figure = Number(percent)
    const what =
      kind === 'derived'
        ? t(`derived.${direction === 'more' ? 'more' : 'less'}`, {
            percent: percent === '' || Number.isNaN(figure) ? '…' : format.number(figure, { maximumFractionDigits: 4 }),
            base: base ?? '',
            from: base === undefined ? 'usual' : 'list',
          })
        : t('own', { prices })
    const markets = texts('markets')
    const channels = texts('channels')
    const groupName = (code: string) => choices.groups.find((group) => group.code === code)?.name ?? code
    const companyName = (code: string) => choices.companies.find((company) => company.code === code)?.name ?? code
    const who = [...texts('groups').map(groupName), ...texts('companies').map(companyName)]
    return [
      what,
      markets.length > 0
        ? t('markets', { list: list(markets.map(marketName)) })
        : t('everyMarket', { currency: String(currency ?? '') }),
      who.length > 0 ? t('who', { list: list(who) }) : t('everybody'),
      channels.length > 0 ? t('channels', { list: list(channels) }) : '',
      beginsAt ? t('begins', { at: moment(beginsAt) }) : '',
      endsAt ? t('ends', { at: moment(endsAt) }) : '',
      announced === true ? t('announced') : '',
    ]
      .filter(Boolean)
      .join(' ')
  }
}
