import {
  IconArrowRight,
  IconBolt,
  IconClock,
  IconChecklist,
  IconFileInvoice,
  IconFlag,
  IconMail,
  IconRepeat,
  IconShoppingBag,
  IconTags,
  IconPhone,
  IconTemplate,
  IconUser,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { currentActions, type Action } from '../../ui/use-actions.ts'
import { matchOf } from './match.ts'
import { recordSearch } from './queries.ts'
import { recentRecords } from './recent.ts'

export interface Choice {
  readonly id: string
  readonly title: string
  readonly subtitle?: string | undefined
  readonly icon: TablerIcon
  readonly keys?: string | undefined
  readonly refusal?: string | undefined
  /** A screen or record can also be opened beside this one. */
  readonly href?: string
  readonly run: () => void
}

export interface ChoiceGroup {
  readonly id: string
  readonly label: string
  readonly choices: readonly Choice[]
}

interface Choices {
  readonly groups: readonly ChoiceGroup[]
  readonly isSearching: boolean
  readonly error: unknown
}

// i18n-dynamic: app.palette.kinds.*

const TYPING_MS = 90
const MOST_ACTIONS = 6
const ICONS: Readonly<Record<string, TablerIcon>> = {
  order: IconShoppingBag,
  product: IconTags,
  customer: IconUser,
  staff: IconUsers,
  todo: IconChecklist,
  project: IconFlag,
  template: IconTemplate,
  order_draft: IconPhone,
  recurrence: IconRepeat,
  mail: IconMail,
  document: IconFileInvoice,
}

/**
 * What the palette offers for what is typed. Screens and actions are known at once and stand first; records arrive below
 * them, so that what somebody is about to choose never moves away under the key.
 */
export function useChoices(typed: string): Choices {
  const t = useTranslations('app.palette')
  const router = useRouter()
  const [actions] = useState(() => currentActions().filter(({ id }) => id !== 'palette'))
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS)
  const recent = useQuery(recentRecords)
  const { data, error, isFetching, isPlaceholderData } = useQuery(recordSearch(asked))
  const items = asked.length < 2 || typed.trim().length < 2 ? undefined : data?.items
  return useMemo(() => {
    const open = (path: string) => ({
      href: router.buildLocation({ to: path }).publicHref,
      run: () => void router.navigate({ to: path }),
    })
    const known = actions.map((action) => ({ action, score: scoreOf(action, typed) })).filter(({ score }) => score > 0)
    const best = (kind: 'screen' | 'action') =>
      known
        .filter(({ action }) => (action.kind ?? 'action') === kind)
        .toSorted((a, b) => b.score - a.score)
        .slice(0, typed.trim() === '' && kind === 'action' ? MOST_ACTIONS : undefined)
        .map(({ action }) => choiceOf(action))
    const isEmpty = typed.trim() === ''
    const groups: ChoiceGroup[] = [
      {
        id: 'recent',
        label: t('groups.recent'),
        choices: !isEmpty
          ? []
          : (recent.data?.items ?? []).slice(0, 6).map(({ kind, recordId, title, path }) => ({
              id: `recent-${kind}-${recordId}`,
              title,
              subtitle: t.has(`kinds.${kind}` as 'kinds.order') ? t(`kinds.${kind}` as 'kinds.order') : undefined,
              icon: ICONS[kind] ?? IconClock,
              ...open(path),
            })),
      },
      { id: 'actions', label: t('groups.actions'), choices: isEmpty ? best('action') : [] },
      { id: 'screens', label: t('groups.screens'), choices: best('screen') },
      { id: 'found-actions', label: t('groups.actions'), choices: isEmpty ? [] : best('action') },
      {
        id: 'records',
        label: t('groups.records'),
        choices: (items ?? []).map(({ kind, id, title, subtitle, path }) => ({
          id: `${kind}-${id}`,
          title,
          subtitle: [t(`kinds.${kind}`), subtitle].filter(Boolean).join(' · '),
          icon: ICONS[kind] ?? IconArrowRight,
          ...open(path),
        })),
      },
    ]
    return {
      groups: groups.filter(({ choices }) => choices.length > 0),
      isSearching: isFetching || isPlaceholderData || asked !== typed.trim(),
      error: items ? null : error,
    }
  }, [t, router, actions, typed, asked, recent.data, items, isFetching, isPlaceholderData, error])
}

function scoreOf({ label, also = '' }: Action, typed: string): number {
  return typed.trim() === '' ? 1 : matchOf(typed, `${label} ${also}`)
}

function choiceOf({ id, label, icon = IconBolt, keys, refusal, run }: Action): Choice {
  return { id: id.replaceAll(/[^\w-]/g, '-'), title: label, subtitle: refusal, icon, keys, refusal, run }
}
