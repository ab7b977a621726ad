import { useTranslations } from 'use-intl'
import type { Problem } from '../../client/problem.ts'
import { FormError } from '../../ui/form-error.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import styles from './import-screen.module.css'

/** Each place of the file that is not right, in the house's words; nothing was written. */
export function RowErrors({ problem }: { readonly problem: Problem }) {
  const t = useTranslations('catalog.import')
  return (
    <>
      <FormError error={problem} />
      <Panel title={t('rowErrors')} flush>
        <ScrollBox label={t('rowErrors')} tall>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('rowHeader')}</th>
                <th scope="col">{t('column')}</th>
                <th scope="col">{t('wrong')}</th>
              </tr>
            </thead>
            <tbody>
              {(problem.body.errors ?? []).map(({ detail, field, params }, index) => (
                <tr key={index}>
                  <td className="tabular">{params?.row}</td>
                  <td>{params?.column ?? field}</td>
                  <td>{detail}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </Panel>
    </>
  )
}
