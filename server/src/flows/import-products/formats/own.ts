import type { Format } from './format.ts'
import { guessField } from './guess-field.ts'

/** A file of nobody's format, such as a supplier's list: its columns are guessed by their names, and corrected by a person. */
export const own: Format = {
  key: 'own',
  marks: [],
  meaningOf: guessField,
  names: {
    handle: 'handle',
    name: 'name',
    price: 'price',
    sku: 'sku',
    option1Name: 'option 1 name',
    option1Value: 'option 1 value',
    option2Name: 'option 2 name',
    option2Value: 'option 2 value',
    option3Name: 'option 3 name',
    option3Value: 'option 3 value',
  },
  required: ['name'],
  html: true,
}
