import { useFormatter, useTranslations } from 'use-intl'
import { MoneyText } from '../../ui/money-text.tsx'
import { PanelLine, PanelLines } from '../../ui/panel-lines.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Total, Totals } from '../../ui/totals.tsx'
import styles from './documents.module.css'
import type { Document } from './queries.ts'

/** What it documents, line by line, and what that comes to; a packing slip says only how many. */
export function DocumentLines({ document }: { readonly document: Document }) {
  const t = useTranslations('documents')
  const format = useFormatter()
  const priced = document.kind !== 'packing_slip'
  const percentOf = (text: string) => format.number(Number(text) / 100, { style: 'percent', maximumFractionDigits: 2 })
  const titleOf = ({ kind, name, total }: (typeof document.lines)[number]) => {
    if (kind === 'credit') return t('partCredited')
    return kind === 'advance' ? t(total.amount < 0 ? 'advanceDeducted' : 'advance', { name }) : name
  }
  return (
    <Panel title={t('lines')} flush>
      <PanelLines>
        {document.lines.map((line, at) => (
          <PanelLine
            key={at}
            title={titleOf(line)}
            note={[
              line.sku,
              line.partOf && t('partOf', { bundle: line.partOf }),
              line.percents.map(percentOf).join(' + '),
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {line.kind === 'goods' && <span className={styles.quantity}>{t('pieces', { count: line.quantity })}</span>}
            {priced && <MoneyText value={line.total} />}
          </PanelLine>
        ))}
      </PanelLines>
      {priced && (
        <Totals>
          <Total label={t('net')} value={document.net} />
          {document.taxes.map(({ name, percent, net, tax }) => (
            <Total
              key={`${name} ${percent}`}
              label={t.rich(name === 'vat' ? 'vatOn' : 'taxOn', {
                name: name.toUpperCase(),
                percent: percentOf(percent),
                net: () => <MoneyText value={net} />,
              })}
              value={tax}
            />
          ))}
          <Total weight="whole" label={t('total')} value={document.total} />
        </Totals>
      )}
    </Panel>
  )
}
