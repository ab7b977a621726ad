import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isWay, tooDear, wayTo, type DeliveryMethod, type WayAsked } from './delivery-method.ts'
import { checkDeliveryZone, closeness, zonesMeet, type DeliveryZone } from './delivery-zone.ts'
import { checkDispatchPlace, promisedDates, usualCalendar, type DispatchPlace } from './dispatch-calendar.ts'
import { checkDeliveryMethod } from './check-delivery-method.ts'

const zone = (code: string, countries: string[], regions: string[] = [], postcodes: string[] = []): DeliveryZone => ({
  code,
  name: code,
  countries,
  regions,
  postcodes,
})
const ITALY = zone('italy', ['IT'])
const SARDINIA = zone('sardinia', ['IT'], ['CA', 'SS'], [])
const LAGOON = zone('lagoon', ['IT'], [], ['30121-30176', '301*'])
const NEAR = zone('near', ['AT', 'DE'])

/** Zone · region · postcode · how closely it names the place in Italy. */
const PLACES: [DeliveryZone, string, string, number][] = [
  [ITALY, '', '', 1],
  [ITALY, 'CA', '09100', 1],
  [SARDINIA, 'ca', '', 2],
  [SARDINIA, 'VE', '', 0],
  [LAGOON, 'VE', '30 150', 3],
  [LAGOON, 'VE', '30199', 3],
  [LAGOON, 'VE', '30200', 0],
  [LAGOON, 'VE', '', 0],
  [NEAR, '', '', 0],
]
test('which zone a place lies in', () => {
  for (const [of, region, postcode, expected] of PLACES)
    assert.equal(closeness(of, { country: 'IT', region, postcode }), expected, `${of.code} ${region} ${postcode}`)
})

/** Two zones · whether some place lies in both as closely. */
const MEETING: [DeliveryZone, DeliveryZone, boolean][] = [
  [ITALY, zone('more', ['FR', 'IT']), true],
  [ITALY, NEAR, false],
  [ITALY, SARDINIA, false],
  [SARDINIA, zone('x', ['IT'], ['ss ']), true],
  [SARDINIA, LAGOON, false],
  [LAGOON, zone('x', ['IT'], [], ['30170-30180']), true],
  [LAGOON, zone('x', ['IT'], [], ['3017*']), true],
  [LAGOON, zone('x', ['IT'], [], ['3*']), true],
  [LAGOON, zone('x', ['IT'], [], ['30200']), false],
  [LAGOON, zone('x', ['IT'], [], ['302*']), false],
  [LAGOON, zone('x', ['IT'], [], ['3015']), true],
  [LAGOON, zone('x', ['IT'], [], ['30']), false],
  [LAGOON, zone('x', ['ES'], [], ['30150']), false],
]
test('zones that meet, either way round', () => {
  for (const [a, b, meet] of MEETING) {
    assert.equal(zonesMeet(a, b), meet, `${a.code} ${b.postcodes.join()}`)
    assert.equal(zonesMeet(b, a), meet, `${b.postcodes.join()} ${a.code}`)
  }
})

test('what is no zone is told by field', () => {
  const told = (of: DeliveryZone) => {
    const checked = checkDeliveryZone(of)
    return checked.ok ? checked.value.postcodes.join() : `${checked.refusal.code} ${checked.refusal.field}`
  }
  assert.equal(told({ ...ITALY, name: ' ' }), 'orders.delivery_zone_unnamed name')
  assert.equal(told(zone('x', ['IT', 'SM'], ['VE'])), 'orders.delivery_zone_parts regions')
  assert.equal(told(zone('x', ['IT', 'SM'], [], ['301*'])), 'orders.delivery_zone_parts postcodes')
  assert.equal(told(zone('x', ['IT'], [], ['30176-30121'])), 'orders.delivery_postcodes_wrong postcodes')
  assert.equal(told(zone('x', ['IT'], [], [' bt* ', 'BT*', ''])), 'BT*')
})

const rome = (cutOff: string | null, more: object = {}) => ({ ...usualCalendar('Europe/Rome'), cutOff, ...more })
/** Ordered at (UTC; Venice is an hour ahead) · cut-off · first and last day of 1 to 3 working days. */
const PROMISES: [string, string | null, string, string][] = [
  ['2026-11-23T12:00:00Z', null, '2026-11-24', '2026-11-26'],
  ['2026-11-20T12:00:00Z', null, '2026-11-23', '2026-11-25'],
  ['2026-11-21T12:00:00Z', null, '2026-11-23', '2026-11-25'],
  ['2024-02-28T12:00:00Z', null, '2024-02-29', '2024-03-04'],
  ['2026-12-31T12:00:00Z', null, '2027-01-01', '2027-01-05'],
  ['2026-11-23T12:59:00Z', '14:00', '2026-11-24', '2026-11-26'],
  ['2026-11-23T13:00:00Z', '14:00', '2026-11-25', '2026-11-27'],
  ['2026-11-21T08:00:00Z', '14:00', '2026-11-24', '2026-11-26'],
  ['2026-11-23T23:30:00Z', null, '2026-11-25', '2026-11-27'],
]
describe('promised dates', () => {
  for (const [now, cutOff, from, to] of PROMISES)
    test(`ordered ${now}, cut-off ${cutOff ?? 'none'}: ${from} to ${to}`, () => {
      assert.deepEqual(promisedDates({ minDays: 1, maxDays: 3 }, rome(cutOff), new Date(now)), { from, to })
    })
  test('holidays and other working weeks', () => {
    const now = new Date('2026-12-23T08:00:00Z')
    const closed = rome('14:00', { holidays: ['2026-12-24', '2026-12-25'] })
    assert.deepEqual(promisedDates({ minDays: 1, maxDays: 1 }, closed, now), { from: '2026-12-28', to: '2026-12-28' })
    const saturdays = rome(null, { weekdays: [6, 7] })
    assert.deepEqual(promisedDates({ minDays: 0, maxDays: 2 }, saturdays, now), {
      from: '2026-12-23',
      to: '2026-12-27',
    })
  })
})

const rate = (of: DeliveryZone, tariffs: object = { EUR: of.code }) => ({
  zone: of,
  minDays: 1,
  maxDays: 2,
  tariffs: { ...tariffs },
})
const method = (changes: Partial<DeliveryMethod> = {}) => ({
  code: 'm',
  kind: 'carriage' as const,
  names: { en: 'M' },
  descriptions: {},
  taxCategory: 'standard',
  limits: {},
  place: null,
  leaves: undefined,
  rates: [rate(ITALY), rate(SARDINIA), rate(LAGOON)],
  ...changes,
})
const asked = (changes: Partial<WayAsked> = {}): WayAsked => ({
  place: { country: 'IT' },
  currency: 'EUR',
  weightGrams: 1000,
  categories: new Set(['mugs']),
  ...changes,
})
const pickup = {
  name: 'Shop',
  street: 'S',
  postcode: '1',
  city: 'C',
  region: null,
  country: 'IT',
  hours: { en: '9-18' },
}
const shop: DispatchPlace = { ...usualCalendar('Europe/Rome'), locationCode: 'venezia', pickup }

/** What · the method · what is asked · the table that holds, or the first thing that speaks against it. */
const WAYS: [string, Partial<DeliveryMethod> & { leaves?: DispatchPlace }, Partial<WayAsked>, string][] = [
  ['the country alone', {}, {}, 'italy'],
  ['a region goes before the country', {}, { place: { country: 'IT', region: 'CA' } }, 'sardinia'],
  ['a postcode goes before the region', {}, { place: { country: 'IT', region: 'CA', postcode: '30150' } }, 'lagoon'],
  [
    'in any order of the rates',
    { rates: [rate(LAGOON), rate(ITALY)] },
    { place: { country: 'IT', postcode: '30150' } },
    'lagoon',
  ],
  ['elsewhere', {}, { place: { country: 'DE' } }, 'country_not_reached'],
  ['where is not known yet', { rates: [rate(LAGOON)] }, {}, 'address_needed'],
  [
    'a part that is not reached',
    { rates: [rate(LAGOON)] },
    { place: { country: 'IT', postcode: '00100' } },
    'address_not_reached',
  ],
  ['another currency', {}, { currency: 'USD' }, 'currency_not_priced'],
  ['collected nowhere', { kind: 'pickup', place: 'venezia' }, {}, 'no_place'],
  ['collected', { kind: 'pickup', place: 'venezia', leaves: shop }, {}, 'italy'],
  ['as heavy as may be', { limits: { maxWeightGrams: 1000 } }, {}, 'italy'],
  ['too heavy', { limits: { maxWeightGrams: 999 } }, {}, 'too_heavy'],
  ['of a category that it does not carry', { limits: { excludedCategories: ['mugs'] } }, {}, 'category_excluded'],
]
describe('which ways there are', () => {
  for (const [what, changes, more, verdict] of WAYS)
    test(`${what}: ${verdict}`, () => {
      const way = wayTo<unknown>({ ...method(), ...changes } as never, asked(more))
      assert.equal(isWay(way) ? way.tariff : way.because, verdict)
    })
  test('goods worth more than it carries', () => {
    const way = wayTo<unknown>(method({ limits: { maxValue: { EUR: 5000 } } }), asked())
    assert.ok(isWay(way))
    assert.equal(tooDear(way, 'EUR', 5000n), undefined)
    assert.equal(tooDear(way, 'EUR', 5001n)?.because, 'too_dear')
    assert.equal(tooDear(way, 'USD', 5001n), undefined)
  })
})

/** What is put · the refusal, with its field. */
const METHODS: [Partial<DeliveryMethod>, string][] = [
  [{}, 'taken'],
  [{ names: { en: ' ' } }, 'orders.delivery_name_missing names.en'],
  [{ rates: [rate(ITALY, {})] }, 'orders.delivery_price_missing rates.0.tariffs'],
  [{ rates: [rate(ITALY, { XYZ: 1 })] }, 'orders.unknown_currency rates.0.tariffs.XYZ'],
  [{ rates: [{ ...rate(ITALY), minDays: 3 }] }, 'orders.delivery_days_crossed rates.0.maxDays'],
  [{ rates: [rate(ITALY), rate(zone('x', ['IT']))] }, 'orders.delivery_zones_meet rates.1.zone'],
  [{ limits: { maxValue: { XYZ: 1 } } }, 'orders.unknown_currency limits.maxValue.XYZ'],
  [{ kind: 'pickup' }, 'orders.delivery_pickup_place_missing place'],
  [
    { kind: 'pickup', place: 'venezia', rates: [rate(ITALY), rate(NEAR)] },
    'orders.delivery_pickup_abroad rates.1.zone',
  ],
  [{ kind: 'pickup', place: 'venezia' }, 'taken'],
]
test('what is no method is told by field', () => {
  for (const [changes, verdict] of METHODS) {
    const checked = checkDeliveryMethod(method(changes), changes.place ? pickup : null)
    assert.equal(checked.ok ? 'taken' : `${checked.refusal.code} ${checked.refusal.field}`, verdict)
  }
})

/** What is put · the refusal, with its field. */
const SITES: [Partial<DispatchPlace>, string][] = [
  [{}, 'taken'],
  [{ timeZone: 'Europe/Venice' }, 'orders.delivery_time_zone timeZone'],
  [{ weekdays: [] }, 'orders.delivery_no_weekday weekdays'],
  [{ holidays: ['2026-12-25', '2026-02-30'] }, 'orders.delivery_holiday_wrong holidays.1'],
  [{ pickup: { ...pickup, city: ' ' } }, 'orders.delivery_pickup_incomplete pickup.city'],
  [{ pickup: { ...pickup, hours: {} } }, 'orders.delivery_pickup_incomplete pickup.hours.en'],
  [{ pickup: null }, 'taken'],
]
test('what is no place is told by field', () => {
  for (const [changes, verdict] of SITES) {
    const checked = checkDispatchPlace({ ...shop, ...changes })
    assert.equal(checked.ok ? 'taken' : `${checked.refusal.code} ${checked.refusal.field}`, verdict)
  }
})
