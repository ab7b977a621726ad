import labels from 'virtual:labels/it'
import { mergeMessages } from './merge.ts'

export default mergeMessages(
  import.meta.glob<{ default: object }>('/src/{app,ui}/**/locales/it.json', { eager: true }),
  labels,
)
