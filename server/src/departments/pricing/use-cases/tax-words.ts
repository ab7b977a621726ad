/** The closed lists of words that taxes are said in, for those who describe them to others. */
export { TAX_CHOICES } from '../domain/tax-settings.ts'
export { TAX_TREATMENTS } from '../domain/tax-treatment.ts'
