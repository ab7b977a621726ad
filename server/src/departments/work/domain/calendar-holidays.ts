import { addDays, localDate, type LocalDate } from '../../../kernel/time.ts'

/** A day on which a country does not work. Common feasts have a name of ours in each language; a country's own keeps its name. */
export interface Holiday {
  readonly on: LocalDate
  readonly country: string
  /** Message key below `work.holidays`. */
  readonly key?: CommonFeast
  /** As the country itself calls it. */
  readonly local?: string
}

type CommonFeast = keyof typeof COMMON

/** Days after Easter Sunday, or a fixed day of the year. */
const COMMON = {
  new_year: '01-01',
  epiphany: '01-06',
  good_friday: -2,
  easter: 0,
  easter_monday: 1,
  labour_day: '05-01',
  ascension: 39,
  whit_monday: 50,
  corpus_christi: 60,
  assumption: '08-15',
  all_saints: '11-01',
  immaculate_conception: '12-08',
  christmas: '12-25',
  second_christmas_day: '12-26',
} as const

interface Rules {
  readonly source: string
  readonly common: readonly CommonFeast[]
  readonly own?: (year: number) => readonly (readonly [day: string, local: string])[]
  /** Where decrees name the moving feasts year by year: what was known when this was written. */
  readonly decreed?: Readonly<Record<number, readonly (readonly [day: string, local: string])[]>>
}

/** Holidays of whole countries; those of regions and towns are left to plans that people keep by hand. */
const RULES: Readonly<Record<string, Rules>> = {
  IT: {
    source: 'L. 260/1949 art. 2; L. 54/1977; L. 336/2000; DPR 792/1985; L. 151/2025 (4 October, from 2026)',
    common: feasts(
      'new_year epiphany easter easter_monday labour_day assumption all_saints immaculate_conception christmas second_christmas_day',
    ),
    own: (year) => [
      ['04-25', 'Festa della Liberazione'],
      ['06-02', 'Festa della Repubblica'],
      ...(year >= 2026 ? ([['10-04', 'San Francesco d’Assisi']] as const) : []),
    ],
  },
  ES: {
    source: 'RD 2001/1983 art. 45; Estatuto de los Trabajadores art. 37.2',
    common: feasts('new_year epiphany good_friday labour_day assumption all_saints immaculate_conception christmas'),
    own: () => [
      ['10-12', 'Fiesta Nacional de España'],
      ['12-06', 'Día de la Constitución'],
    ],
  },
  FR: {
    source: 'Code du travail, art. L3133-1',
    common: feasts('new_year easter_monday labour_day ascension whit_monday assumption all_saints christmas'),
    own: () => [
      ['05-08', 'Victoire 1945'],
      ['07-14', 'Fête nationale'],
      ['11-11', 'Armistice 1918'],
    ],
  },
  DE: {
    source: 'Feiertagsgesetze aller Länder; Einigungsvertrag art. 2 (3 October)',
    common: feasts(
      'new_year good_friday easter_monday labour_day ascension whit_monday christmas second_christmas_day',
    ),
    own: () => [['10-03', 'Tag der Deutschen Einheit']],
  },
  AT: {
    source: 'Arbeitsruhegesetz § 7',
    common: feasts(
      'new_year epiphany easter_monday labour_day ascension whit_monday corpus_christi assumption all_saints immaculate_conception christmas second_christmas_day',
    ),
    own: () => [['10-26', 'Nationalfeiertag']],
  },
  NL: {
    source: 'Algemene termijnenwet art. 3',
    common: feasts('new_year easter_monday ascension whit_monday christmas second_christmas_day'),
    own: (year) => [
      [weekdayOf(localDate(`${year}-04-27`)) === 7 ? '04-26' : '04-27', 'Koningsdag'],
      ['05-05', 'Bevrijdingsdag'],
    ],
  },
  BE: {
    source: 'KB/AR 18.4.1974 art. 1',
    common: feasts('new_year easter_monday labour_day ascension whit_monday assumption all_saints christmas'),
    own: () => [
      ['07-21', 'Nationale feestdag / Fête nationale'],
      ['11-11', 'Wapenstilstand / Armistice'],
    ],
  },
  PT: {
    source: 'Código do Trabalho, art. 234.º',
    common: feasts(
      'new_year good_friday easter labour_day corpus_christi assumption all_saints immaculate_conception christmas',
    ),
    own: () => [
      ['04-25', 'Dia da Liberdade'],
      ['06-10', 'Dia de Portugal'],
      ['10-05', 'Implantação da República'],
      ['12-01', 'Restauração da Independência'],
    ],
  },
  IE: {
    source: 'Organisation of Working Time Act 1997, sch. 2; S.I. 50/2022 (St Brigid)',
    common: feasts('new_year easter_monday christmas second_christmas_day'),
    own: (year) => [
      [weekdayOf(localDate(`${year}-02-01`)) === 5 ? '02-01' : firstMonday(year, 2), 'St Brigid’s Day'],
      ['03-17', 'St Patrick’s Day'],
      [firstMonday(year, 5), 'May Day'],
      [firstMonday(year, 6), 'June holiday'],
      [firstMonday(year, 8), 'August holiday'],
      [lastMonday(year, 10), 'October holiday'],
    ],
  },
  GB: {
    source: 'Banking and Financial Dealings Act 1971 (England and Wales), with substitute days',
    common: feasts('good_friday easter_monday'),
    own: (year) => [
      [substitute(year, '01-01'), 'New Year’s Day'],
      [firstMonday(year, 5), 'Early May bank holiday'],
      [lastMonday(year, 5), 'Spring bank holiday'],
      [lastMonday(year, 8), 'Summer bank holiday'],
      ...britishChristmas(year),
    ],
  },
  ID: {
    source: 'SKB 3 Menteri 1497/2025, 2/2025, 5/2025 (feasts of 2026); the fixed ones by Keppres 8/2024',
    common: feasts('new_year good_friday easter labour_day ascension christmas'),
    own: () => [
      ['06-01', 'Hari Lahir Pancasila'],
      ['08-17', 'Hari Kemerdekaan'],
    ],
    decreed: {
      2026: [
        ['01-16', 'Isra Mikraj'],
        ['02-17', 'Tahun Baru Imlek'],
        ['03-19', 'Hari Suci Nyepi'],
        ['03-21', 'Idulfitri'],
        ['03-22', 'Idulfitri'],
        ['05-27', 'Iduladha'],
        ['05-31', 'Waisak'],
        ['06-16', 'Tahun Baru Islam'],
        ['08-25', 'Maulid Nabi Muhammad'],
      ],
    },
  },
}

export const HOLIDAY_COUNTRIES = Object.keys(RULES)

/** What the days of a country rest on; undefined for a country whose days are not known here. */
export function holidaySource(country: string): string | undefined {
  return RULES[country]?.source
}

/** In the order of their days; both ends included. */
export function holidaysIn(country: string, fromOn: LocalDate, toOn: LocalDate): Holiday[] {
  const rules = RULES[country]
  if (!rules) return []
  const years: number[] = []
  for (let year = Number(fromOn.slice(0, 4)); year <= Number(toOn.slice(0, 4)); year++) years.push(year)
  return years
    .flatMap((year) => holidaysOf(country, rules, year))
    .filter(({ on }) => on >= fromOn && on <= toOn)
    .sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** The first of a country on a day or later. Every country has one within a year. */
export function nextHoliday(country: string, onOrAfter: LocalDate): LocalDate {
  return holidaysIn(country, onOrAfter, addDays(onOrAfter, 366))[0]?.on ?? onOrAfter
}

function holidaysOf(country: string, { common, own, decreed }: Rules, year: number): Holiday[] {
  const sunday = easterSunday(year)
  const named = common.map((key): Holiday => {
    const day = COMMON[key]
    return { country, key, on: typeof day === 'number' ? addDays(sunday, day) : localDate(`${year}-${day}`) }
  })
  const local = [...(own?.(year) ?? []), ...(decreed?.[year] ?? [])].map(([day, name]): Holiday => {
    return { country, local: name, on: localDate(`${year}-${day}`) }
  })
  return [...named, ...local]
}

/** Gregorian Easter by the anonymous computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return localDate(`${year}-${two(month)}-${two(day)}`)
}

/** 1 is Monday, 7 Sunday (ISO 8601). */
export function weekdayOf(on: LocalDate): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay() || 7
}

function firstMonday(year: number, month: number): string {
  const first = localDate(`${year}-${two(month)}-01`)
  return addDays(first, (8 - weekdayOf(first)) % 7).slice(5)
}

function lastMonday(year: number, month: number): string {
  const next = localDate(month === 12 ? `${year + 1}-01-01` : `${year}-${two(month + 1)}-01`)
  const last = addDays(next, -1)
  return addDays(last, 1 - weekdayOf(last)).slice(5)
}

/** A day at a weekend is taken on the Monday after. */
function substitute(year: number, day: string): string {
  const on = localDate(`${year}-${day}`)
  const weekday = weekdayOf(on)
  return weekday > 5 ? addDays(on, 8 - weekday).slice(5) : day
}

/** Two days in a row at a weekend are taken on Monday and Tuesday, in the order of which came first. */
function britishChristmas(year: number): readonly (readonly [string, string])[] {
  const weekday = weekdayOf(localDate(`${year}-12-25`))
  const [christmas, boxing] =
    weekday === 5
      ? ['12-25', '12-28']
      : weekday === 6
        ? ['12-27', '12-28']
        : weekday === 7
          ? ['12-27', '12-26']
          : ['12-25', '12-26']
  return [
    [christmas, 'Christmas Day'],
    [boxing, 'Boxing Day'],
  ]
}

function feasts(names: string): readonly CommonFeast[] {
  return names.split(' ') as CommonFeast[]
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
