export { saveTemplate } from './use-cases/save-template.ts'
