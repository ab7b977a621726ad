import { useTranslations } from 'use-intl'
import type { Field, Values } from '../../ui/form/field.ts'
import { longWord, sampleAddress } from './samples.ts'

const MASS = [
  { label: 'g', exponent: 0 },
  { label: 'kg', exponent: 3 },
]

/** A field of each kind, with what it may hold, and what it cannot read. */
export function useSampleFields(): { readonly every: Field[]; readonly filled: Values; readonly unread: Values } {
  const t = useTranslations('app.gallery')
  const label = t('sample.field')
  const hint = t('sample.short')
  const options = ['a', 'b', 'c'].map((value) => ({ value, label: `${hint} ${value}` }))
  const countries = ['IT', 'ES', 'IE', 'ID', 'JP'].map((value) => ({ value, label: value }))
  const every: Field[] = [
    { kind: 'text', name: 'text', label: `${label}: text`, hint },
    { kind: 'text', name: 'optional', label: `${label}: text`, optional: true, half: true },
    { kind: 'text', name: 'fixed', label: `${label}: text`, fixed: t('sample.long'), half: true },
    { kind: 'text', name: 'lines', label: `${label}: text`, lines: 3, optional: true },
    { kind: 'choice', name: 'choice', label: `${label}: choice`, options, half: true },
    { kind: 'integer', name: 'integer', label: `${label}: integer`, minimum: 0, maximum: 10, half: true },
    { kind: 'many', name: 'many', label: `${label}: many`, options, half: true },
    { kind: 'tags', name: 'tags', label: `${label}: tags`, half: true },
    { kind: 'decimal', name: 'decimal', label: `${label}: decimal`, scale: 4, unit: '%', half: true },
    { kind: 'quantity', name: 'quantity', label: `${label}: quantity`, units: MASS, half: true },
    { kind: 'money', name: 'money', label: `${label}: money`, currency: 'EUR', half: true },
    { kind: 'date', name: 'date', label: `${label}: date`, half: true },
    { kind: 'date-time', name: 'instant', label: `${label}: date-time`, zone: 'Asia/Makassar' },
    { kind: 'date-range', name: 'range', label: `${label}: date-range` },
    { kind: 'moneys', name: 'moneys', label: `${label}: moneys`, hint, currencies: ['EUR', 'IDR'] },
    { kind: 'texts', name: 'texts', label: `${label}: texts` },
    { kind: 'texts', name: 'rich', label: `${label}: rich`, rich: true, show: 'one' },
    { kind: 'record', name: 'record', label: `${label}: record`, kinds: ['product', 'order', 'customer'] },
    { kind: 'address', name: 'address', label: `${label}: address`, countries },
    { kind: 'switch', name: 'switch', label: `${label}: switch`, hint },
  ]
  const filled: Values = {
    text: longWord,
    fixed: hint,
    lines: t('sample.long'),
    choice: 'b',
    integer: 3,
    many: ['a', 'c'],
    tags: ['a', longWord],
    decimal: '22.5',
    quantity: 1500,
    money: { amount: 123_456_789, currency: 'EUR' },
    date: '2026-11-22',
    instant: '2026-11-22T08:30:00.000Z',
    range: { from: '2026-11-22', to: '2026-12-24' },
    moneys: { EUR: 1999, IDR: 25_000_000 },
    texts: { en: t('sample.short'), it: longWord },
    rich: { en: `<h3>${hint}</h3><p>${t('sample.long')}</p><ul><li><p>${longWord}</p></li></ul>` },
    record: { kind: 'product', id: '1', title: longWord },
    address: sampleAddress,
    switch: true,
  }
  const unread: Values = {
    decimal: { unread: '1,2,3' },
    quantity: { unread: '2 lb' },
    money: { unread: 'ten' },
    date: { unread: '31 feb' },
    range: { from: '2026-12-24', to: '2026-11-22' },
    moneys: { EUR: { unread: 'ten' } },
    texts: { en: '', it: '' },
    address: { ...sampleAddress, postcode: '1' },
  }
  return { every, filled, unread }
}
