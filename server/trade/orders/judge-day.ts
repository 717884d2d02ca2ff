import { addDays } from '../../../shared/prices/day-in.ts'

/** An order is planned, and a quote holds, for at most a year. */
const mostDays = 366

type ChosenDay = { chosen: string; today: string }

/** Why an order can't be for this day, in words for people. Undefined if it can. */
export function judgeDay({ chosen, today }: ChosenDay): string | undefined {
  if (chosen < today) return 'This day was already over. Choose a later one.'
  return chosen <= addDays(today, mostDays) ? undefined : 'This day is more than a year away. Choose an earlier one.'
}
