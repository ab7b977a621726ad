import type { useTranslations } from 'use-intl'
import type { Field } from '../../ui/form/field.ts'

const MESSAGES = ['pain.008.001.08', 'pain.008.001.02']

/** Fourteen days, unless the terms of sale agree on fewer. */
export const USUAL_TERMS = { noticeDays: 14, leadDays: 1, cutOff: '15:00', message: MESSAGES[0] }

/** Who collects by direct debit, when, and when an order paid so is packed. */
export function debitFields(t: ReturnType<typeof useTranslations<'settings.paymentMethod'>>): Field[] {
  return [
    { kind: 'text', name: 'creditorName', label: t('debit.creditorName'), maxLength: 70 },
    {
      kind: 'text',
      name: 'creditorId',
      label: t('debit.creditorId'),
      hint: t('debit.creditorIdHint'),
      maxLength: 48,
    },
    { kind: 'text', name: 'iban', label: t('debit.iban'), maxLength: 42 },
    { kind: 'text', name: 'bic', label: t('bic'), hint: t('bicHint'), optional: true, maxLength: 11 },
    {
      kind: 'integer',
      name: 'noticeDays',
      label: t('debit.noticeDays'),
      hint: t('debit.noticeDaysHint'),
      minimum: 1,
      maximum: 60,
    },
    { kind: 'integer', name: 'leadDays', label: t('debit.leadDays'), half: true, minimum: 1, maximum: 14 },
    {
      kind: 'text',
      name: 'cutOff',
      label: t('debit.cutOff'),
      hint: t('debit.cutOffHint'),
      half: true,
      maxLength: 5,
    },
    {
      kind: 'choice',
      name: 'message',
      label: t('debit.message'),
      options: MESSAGES.map((value) => ({ value, label: value })),
    },
    {
      kind: 'choice',
      name: 'clears',
      label: t('debit.clears'),
      hint: t('debit.clearsHint'),
      options: [
        { value: 'payment', label: t('debit.clearsPayment') },
        { value: 'order', label: t('debit.clearsOrder') },
      ],
    },
  ]
}
