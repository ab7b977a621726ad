import { useTranslations } from 'use-intl'
import { StateBadge, type Tone } from '../../../ui/state-badge.tsx'
import type { ProductImport } from './import-queries.ts'

// i18n-dynamic: catalog.import.states.*
const TONES: Readonly<Record<ProductImport['state'], Tone>> = {
  new: 'waiting',
  trying: 'active',
  tried: 'waiting',
  refused: 'danger',
  running: 'active',
  stopped: 'waiting',
  done: 'good',
  undoing: 'active',
  undone: 'neutral',
}

export function ImportState({ state }: Pick<ProductImport, 'state'>) {
  const t = useTranslations('catalog.import')
  return <StateBadge tone={TONES[state]}>{t(`states.${state}`)}</StateBadge>
}
