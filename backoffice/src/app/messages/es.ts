import labels from 'virtual:labels/es'
import { mergeMessages } from './merge.ts'

export default mergeMessages(
  import.meta.glob<{ default: object }>('/src/{app,ui}/**/locales/es.json', { eager: true }),
  labels,
)
