import labels from 'virtual:labels/id'
import { mergeMessages } from './merge.ts'

export default mergeMessages(
  import.meta.glob<{ default: object }>('/src/{app,ui}/**/locales/id.json', { eager: true }),
  labels,
)
