import { defineMail } from '../../../host/mail/mail-kind.ts'

/** Whoever opens an account proves by this link that the address is theirs. */
export const accountConfirmation = defineMail({
  kind: 'account-confirmation',
  audience: 'customer',
  nature: 'transactional',
  values: { name: 'text', link: 'link' },
  required: { link: 'function' },
  // i18n-dynamic: customers.mail.*
  words: 'customers.mail',
  template: {
    subject: 'confirm.subject',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'confirm.text' },
      { type: 'button', text: 'confirm.open', value: 'link' },
      { type: 'paragraph', text: 'confirm.ignore' },
    ],
  },
  sample: () => ({ name: 'Mirandolina', link: 'https://shop.example/account/confirm' }),
})

/** Who forgot their password, or has none yet, chooses one by this link. */
export const accountPassword = defineMail({
  kind: 'account-password',
  audience: 'customer',
  nature: 'transactional',
  values: { name: 'text', link: 'link' },
  required: { link: 'function' },
  words: 'customers.mail',
  template: {
    subject: 'password.subject',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'password.text' },
      { type: 'button', text: 'password.open', value: 'link' },
      { type: 'paragraph', text: 'password.ignore' },
    ],
  },
  sample: () => ({ name: 'Mirandolina', link: 'https://shop.example/account/password/new' }),
})

/** Whoever did not change it themselves learns of it. */
export const accountPasswordChanged = defineMail({
  kind: 'account-password-changed',
  audience: 'customer',
  nature: 'transactional',
  values: { name: 'text' },
  required: {},
  words: 'customers.mail',
  template: {
    subject: 'changed.subject',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'changed.text' },
      { type: 'paragraph', text: 'changed.ignore' },
    ],
  },
  sample: () => ({ name: 'Mirandolina' }),
})

/** To an address that has an account already, so that the page need not tell a stranger. */
export const accountKnown = defineMail({
  kind: 'account-known',
  audience: 'customer',
  nature: 'transactional',
  values: { name: 'text' },
  required: {},
  words: 'customers.mail',
  template: {
    subject: 'known.subject',
    blocks: [
      { type: 'paragraph', text: 'greeting' },
      { type: 'paragraph', text: 'known.text' },
      { type: 'paragraph', text: 'known.ignore' },
    ],
  },
  sample: () => ({ name: 'Mirandolina' }),
})
