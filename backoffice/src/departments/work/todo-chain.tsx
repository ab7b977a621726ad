import { IconArrowRight, IconCheck, IconHourglass, IconCornerUpLeft } from '@tabler/icons-react'
import { useTranslations } from 'use-intl'
import { DateText } from '../../ui/date-text.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { Todo } from './todo-queries.ts'
import styles from './todo.module.css'

type Handover = Todo['handovers'][number]

/** The departments that it went through, in order, with what each of them checked. */
export function TodoChain({ todo }: { readonly todo: Todo }) {
  const t = useTranslations('work.todos')
  return (
    <Panel title={t('chain')}>
      <ol className={styles.chain}>
        {todo.handovers.map((handover) => (
          <Step key={handover.id} handover={handover} />
        ))}
      </ol>
    </Panel>
  )
}

const ICONS = { accepted: IconCheck, sent_back: IconCornerUpLeft, waiting: IconHourglass }

// i18n-dynamic: work.todos.verdicts.*
function Step({ handover }: { readonly handover: Handover }) {
  const t = useTranslations('work.todos')
  const verdict = handover.verdict ?? 'waiting'
  const Icon = ICONS[verdict]
  return (
    <li className={styles.link} data-verdict={verdict}>
      <Icon size={20} aria-hidden className={styles.verdict} />
      <div>
        <strong className={styles.route}>
          {handover.from} <IconArrowRight size={16} aria-label={t('to')} /> {handover.to}
        </strong>
        <p className="dimmed">
          {t.rich('handedBy', { name: handover.fromPerson, when: () => <DateText value={handover.at} /> })}
        </p>
        {handover.note !== '' && <p className={styles.note}>{handover.note}</p>}
        {handover.checks.length > 0 && <p className="dimmed">{t('checked', { list: handover.checks.join(' · ') })}</p>}
        <p>
          {t(`verdicts.${verdict}`, { name: handover.verdictBy ?? '', unit: handover.to })}
          {handover.reason && ` ${t('because', { reason: handover.reason })}`}
        </p>
      </div>
    </li>
  )
}
