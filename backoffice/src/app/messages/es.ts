import { mergeMessages } from './merge.ts'

export default mergeMessages(
  import.meta.glob<{ default: object }>(['/src/{app,ui}/**/locales/es.json', '/src/departments/*/locales/es.json'], {
    eager: true,
  }),
)
