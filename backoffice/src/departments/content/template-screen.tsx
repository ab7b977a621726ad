import { NativeSelect, Skeleton } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { useMarketName } from '../../app/market-names.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../app/messages/languages.ts'
import { useCan } from '../../app/session/session.ts'
import { Problem } from '../../client/problem.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { RecordHeader } from '../../ui/record-header.tsx'
import { useUnsavedGuard } from '../../ui/use-unsaved-guard.ts'
import { BlocksEditor } from './blocks-editor.tsx'
import styles from './content.module.css'
import { PreviewPanel } from './preview-panel.tsx'
import {
  EVERYWHERE,
  restoreTemplate,
  saveTemplate,
  templateDetail,
  type Content,
  type Key,
  type TemplateDetail,
} from './queries.ts'
import { VersionsPanel } from './versions-panel.tsx'

// i18n-dynamic: content.source.*

/** The words of one kind of mail in a language, for one market or for all. */
export default function TemplateScreen() {
  const t = useTranslations('content')
  const place = useParams({ strict: false }) as Key
  const { data, error, refetch } = useQuery(templateDetail(place, useLocale()))
  if (!data) {
    return (
      <>
        <RecordHeader title={t('one')} back={{ to: '/mail-templates', label: t('title') }} />
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <Skeleton height={480} radius="lg" />}
      </>
    )
  }
  return <Editor key={`${place.kind} ${place.locale} ${place.market}`} place={place} detail={data} />
}

const TONES = { own: 'good', language: 'active', house: 'neutral' } as const

function Editor({ place, detail }: { readonly place: Key; readonly detail: TemplateDetail }) {
  const t = useTranslations('content')
  const client = useQueryClient()
  const mayWrite = useCan()('content:write')
  const [own, setOwn] = useState<Content>()
  const [asking, setAsking] = useState<'save' | 'reset'>()
  const [problem, setProblem] = useState<Problem>()
  const content = own ?? detail.content
  const isChanged = own !== undefined && JSON.stringify(own) !== JSON.stringify(detail.content)
  useUnsavedGuard(isChanged, t('unsaved'))
  const needs = mayWrite ? undefined : t('needsPermission', { permission: 'content:write' })
  const done = () => {
    setOwn(undefined)
    setProblem(undefined)
  }
  /** What was refused is shown where it stands; of somebody else's version the list then tells. */
  const telling = async (act: Promise<unknown>) => {
    try {
      await act
    } catch (error) {
      if (error instanceof Problem) setProblem(error)
      await client.invalidateQueries({ queryKey: ['content'] })
      throw error
    }
  }
  return (
    <>
      <RecordHeader
        title={detail.label}
        subtitle={detail.hint}
        state={{ tone: TONES[detail.source], label: t(`source.${detail.source}`) }}
        back={{ to: '/mail-templates', label: t('title') }}
        actions={[
          {
            key: 'reset',
            label: t('reset'),
            refusal: needs ?? (detail.source === 'own' ? undefined : t('nothingToReset')),
            onClick: () => setAsking('reset'),
          },
          {
            key: 'save',
            label: t('save'),
            primary: true,
            refusal: needs ?? (isChanged ? undefined : t('nothingChanged')),
            onClick: () => setAsking('save'),
          },
        ]}
      />
      <Place place={place} markets={detail.markets} />
      <div className={styles.columns}>
        <Panel title={t('letter')}>
          <BlocksEditor
            content={content}
            values={detail.values}
            lang={place.locale}
            disabled={!mayWrite}
            problem={problem}
            onChange={setOwn}
          />
        </Panel>
        <div className={styles.beside}>
          <PreviewPanel place={place} content={content} hasExamples={detail.hasExamples} />
          <VersionsPanel place={place} detail={detail} onRestored={done} />
        </div>
      </div>
      {asking && (
        <ReasonDialog
          title={t(asking === 'save' ? 'saveTitle' : 'resetTitle')}
          meaning={t(asking === 'save' ? 'saveMeaning' : 'resetMeaning')}
          confirm={t(asking)}
          done={t('saved')}
          department="content"
          act={(reason) =>
            telling(
              asking === 'save'
                ? saveTemplate(place, detail.version, { content, reason })
                : restoreTemplate(place, detail.version, { version: null, reason }),
            )
          }
          onDone={done}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

/** For whom: in which language, and in one market or in all. */
function Place({ place, markets }: { readonly place: Key; readonly markets: readonly string[] }) {
  const marketName = useMarketName()
  const t = useTranslations('content')
  const navigate = useNavigate()
  const go = (next: Partial<Key>) => {
    const { kind, locale, market } = { ...place, ...next }
    void navigate({ to: `/mail-templates/${kind}/${locale}/${market}` })
  }
  return (
    <div className={styles.place}>
      <NativeSelect
        label={t('language')}
        value={place.locale}
        data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChange={(change) => go({ locale: change.currentTarget.value as Key['locale'] })}
      />
      <NativeSelect
        label={t('market')}
        value={place.market}
        data={[
          { value: EVERYWHERE, label: t('everyMarket') },
          ...markets.map((value) => ({ value, label: marketName(value) })),
        ]}
        onChange={(change) => go({ market: change.currentTarget.value })}
      />
    </div>
  )
}
