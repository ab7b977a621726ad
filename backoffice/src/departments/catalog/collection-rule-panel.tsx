import { Button, SegmentedControl } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '../../app/session/session.ts'
import { sayDone } from '../../ui/done.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Thumbnail } from '../../ui/thumbnail.tsx'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import styles from './category.module.css'
import { changeCollection, collectionPreview, type Collection, type CollectionRule } from './collection-queries.ts'
import { ConditionRow } from './condition-row.tsx'
import { isWholeRule, NEW_RULE, newCondition } from './rule-values.ts'

const PAUSE_MS = 400

/** By rule or by hand; a rule shows what it finds before it is saved. */
export function CollectionRulePanel({ collection }: { readonly collection: Collection }) {
  const t = useTranslations('catalog.collection')
  const client = useQueryClient()
  const mayWrite = useCan()('catalog:write')
  const [rule, setRule] = useState<CollectionRule | null>(collection.rule)
  const isChanged = JSON.stringify(rule) !== JSON.stringify(collection.rule)
  useUnsavedGuard(isChanged, t('leaveQuestion'))
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => changeCollection(collection, { rule }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['catalog'] })
      sayDone(t('ruleSaved'))
    },
  })
  return (
    <Panel title={t('rule')}>
      <SegmentedControl
        aria-label={t('rule')}
        disabled={!mayWrite}
        value={rule ? 'rule' : 'hand'}
        onChange={(kind) => setRule(kind === 'rule' ? (collection.rule ?? NEW_RULE) : null)}
        data={[
          { value: 'rule', label: t('byRule') },
          { value: 'hand', label: t('byHand') },
        ]}
      />
      <FormError error={error} />
      {rule && <RuleFields rule={rule} mayWrite={mayWrite} onChange={setRule} />}
      {rule && <Preview rule={rule} />}
      {isChanged && (
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => setRule(collection.rule)}>
            {t('discard')}
          </Button>
          <Button loading={isPending} disabled={rule !== null && !isWholeRule(rule)} onClick={() => mutate()}>
            {t('saveRule')}
          </Button>
        </div>
      )}
    </Panel>
  )
}

interface RuleFieldsProps {
  readonly rule: CollectionRule
  readonly mayWrite: boolean
  readonly onChange: (rule: CollectionRule) => void
}

function RuleFields({ rule, mayWrite, onChange }: RuleFieldsProps) {
  const t = useTranslations('catalog.collection')
  const { match, conditions } = rule
  return (
    <fieldset className={styles.rule} disabled={!mayWrite}>
      <legend className={styles.note}>{t('ruleMeaning')}</legend>
      <SegmentedControl
        aria-label={t('match')}
        disabled={!mayWrite}
        value={match}
        onChange={(value) => onChange({ ...rule, match: value as CollectionRule['match'] })}
        data={[
          { value: 'all', label: t('all') },
          { value: 'any', label: t('any') },
        ]}
      />
      {conditions.map((condition, at) => (
        <ConditionRow
          // A condition has no name of its own: its place is what it is known by.
          key={`${at} ${condition.kind}`}
          number={at + 1}
          condition={condition}
          onChange={(changed) =>
            onChange({ ...rule, conditions: conditions.map((one, place) => (place === at ? changed : one)) })
          }
          onRemove={() => onChange({ ...rule, conditions: conditions.filter((_, place) => place !== at) })}
        />
      ))}
      {mayWrite && conditions.length < 12 && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => onChange({ ...rule, conditions: [...conditions, newCondition('label')] })}
          >
            {t('addCondition')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

function Preview({ rule }: { readonly rule: CollectionRule }) {
  const t = useTranslations('catalog.collection')
  const [asked] = useDebouncedValue(rule, PAUSE_MS)
  const isWhole = isWholeRule(asked)
  const { data, error } = useQuery({ ...collectionPreview(asked, isWhole), placeholderData: (before) => before })
  if (!isWhole) return <p className={styles.note}>{t('incomplete')}</p>
  if (error) return <FormError error={error} />
  if (!data) return <p className={styles.note}>{t('looking')}</p>
  return (
    <section aria-label={t('preview')} aria-live="polite">
      <p className={styles.path}>{t('found', { count: data.count, capped: String(data.capped) })}</p>
      {data.narrowed && <p className={styles.note}>{t('narrowed')}</p>}
      <ul className={styles.preview}>
        {data.items.map(({ id, name, imageFileId }) => (
          <li key={id}>
            <Thumbnail fileId={imageFileId} />
            <span>{name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
