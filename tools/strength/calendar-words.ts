/** Months, weekdays and countries in the languages of our users, from Intl. */

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'hu', 'tr', 'ru']
const COUNTRIES =
  'GB IE US CA AU NZ ZA IN DE AT CH FR BE NL LU ES PT IT MT GR CY TR PL CZ SK HU RO BG HR SI RS BA MK AL UA RU BY LT LV EE FI SE NO DK IS BR AR CL PE CO VE MX CU JM JP CN KR TH VN ID PH MY SG EG MA TN DZ NG KE GH IL LB SA AE IR IQ PK'
const YEAR_BEGINS_ON_MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

function calendarWordsOf(language: string): string[] {
  const words: string[] = []
  for (const width of ['long', 'short'] as const) {
    const month = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' })
    const monthInDate = new Intl.DateTimeFormat(language, { month: width, day: 'numeric', timeZone: 'UTC' })
    const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' })
    for (let index = 0; index < 12; index++) {
      const date = new Date(Date.UTC(2024, index, 5))
      words.push(month.format(date))
      words.push(monthInDate.formatToParts(date).find(part => part.type === 'month')?.value ?? '')
    }
    for (let index = 0; index < 7; index++) words.push(weekday.format(new Date(YEAR_BEGINS_ON_MONDAY + index * DAY)))
  }
  return words
}

function countriesOf(language: string): string[] {
  const names = new Intl.DisplayNames([language], { type: 'region' })
  return COUNTRIES.split(' ').map(code => names.of(code) ?? '')
}

export function listCalendarWords(): string[] {
  return LANGUAGES.flatMap(calendarWordsOf)
}

export function listCountries(): string[] {
  return LANGUAGES.flatMap(countriesOf).filter(name => !/[\s-]/.test(name))
}
