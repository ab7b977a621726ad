import labels from 'virtual:labels/en'
import { mergeMessages } from './merge.ts'

export default mergeMessages(
  import.meta.glob<{ default: object }>('/src/{app,ui}/**/locales/en.json', { eager: true }),
  labels,
)
