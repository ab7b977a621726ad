export { saveTemplate } from './use-cases/save-template.ts'
export { previewMail } from './use-cases/preview-mail.ts'
