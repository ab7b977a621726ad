import { mergeMessages } from './merge.ts'

export default mergeMessages(
  import.meta.glob<{ default: object }>(['/src/{app,ui}/**/locales/id.json', '/src/departments/*/locales/id.json'], {
    eager: true,
  }),
)
