/** Guesses from known facts about a person: name, address, company and product. */

import type { StrengthContext } from '../../../shared/strength/types.ts'
import { decorate } from './decorations.ts'
import type { Half } from './half.ts'
import { inventPerson, type Person } from './people.ts'
import type { Chance } from './seeded.ts'

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/gi, 'o')
    .replace(/ł/gi, 'l')
    .replace(/[^\p{L}]/gu, '')
const low = (text: string) => plain(text).toLowerCase()
const spelt = (text: string) => text.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')
const backwards = (text: string) => [...text].reverse().join('')
const initialsOf = (text: string) =>
  text
    .split(/[^\p{L}]+/u)
    .map(word => word.charAt(0))
    .join('')
const domainOf = (person: Person) => `${low(person.company)}.example`
/** The parts of the birthday decide the form of the address, so that a person has one address. */
const LOCALS: ((given: string, family: string, year: number) => string)[] = [
  (given, family) => `${given}.${family}`,
  (given, family) => `${given}.${family}`,
  (given, family) => given.charAt(0) + family,
  (given, family, year) => `${given}${family}${year % 100}`,
  (given, family, year) => `${given}_${family}${year}`,
  (given, family) => `${family}.${given}`,
]
function localOf({ given, family, born }: Person): string {
  return LOCALS[born.day % LOCALS.length]?.(low(given), low(family), born.year) ?? ''
}
const addressOf = (person: Person) => `${localOf(person)}@${domainOf(person)}`

const GUESSES: ((person: Person, chance: Chance) => string)[] = [
  addressOf,
  localOf,
  (person, chance) => decorate(low(person.given), chance),
  (person, chance) => decorate(low(person.family), chance),
  (person, chance) => decorate(person.family.toLowerCase(), chance),
  (person, chance) => decorate(low(spelt(person.family)), chance),
  (person, chance) => decorate(low(person.company), chance),
  (person, chance) => decorate(low(person.company.split(' ')[0] ?? ''), chance),
  (person, chance) => decorate(low(person.product), chance),
  (person, chance) => decorate(low(person.given) + low(person.family), chance),
  (person, chance) => decorate(low(person.given).charAt(0) + low(person.family), chance),
  (person, chance) => decorate(low(person.family) + low(person.given).charAt(0), chance),
  (person, chance) => decorate(backwards(low(person.family)), chance),
  (person, chance) => decorate(low(person.given).slice(0, 4), chance),
  (person, chance) => decorate(low(person.product) + low(person.company.split(' ')[0] ?? ''), chance),
  (person, chance) => decorate(initialsOf(person.company).toLowerCase() + low(person.family), chance),
  (person, chance) => decorate(`${low(person.given)}loves${low(person.product)}`, chance),
  person => `${plain(person.given)}${plain(person.family)}${person.born.year}`,
  person => `${plain(person.given)}.${plain(person.family)}.${person.born.year}!`,
  person => `${low(person.given)}_${low(person.family)}${person.born.year % 100}`,
  person => `${plain(person.family)}${plain(person.family)}1`,
  person => `${plain(person.given)}@${plain(person.company)}`,
  person =>
    `${initialsOf(`${person.given} ${person.family}`)}${person.born.year}${plain(person.company.split(' ')[0] ?? '')}`,
  person => `${plain(person.company)}${person.born.year}${initialsOf(person.company)}`,
  person => `${plain(person.product)}4${plain(person.given)}!`,
  person => `${domainOf(person)}1`,
  person => `www.${domainOf(person)}`,
  person => `my${plain(person.product)}password1`,
  person => `${plain(person.given)}${String(person.born.year).split('').reverse().join('')}`,
  person => `12${plain(person.family)}34!`,
  (person, chance) => {
    const [day, month] = [person.born.day, person.born.month].map(part => String(part).padStart(2, '0')) as [
      string,
      string,
    ]
    const birthday = chance.pick([
      day + month,
      month + day,
      day + month + (person.born.year % 100),
      `${day}.${month}.${person.born.year}`,
    ])
    return (
      chance.pick([plain(person.given), plain(person.family), initialsOf(`${person.given} ${person.family}`)]) +
      birthday
    )
  },
  (person, chance) =>
    `${initialsOf(person.company)}${chance.pick(['-', '_', '@', '#', ''])}${plain(person.given)}${2015 + chance.below(15)}`,
  (person, chance) => `${person.company.replace(/\s/g, '')}${2015 + chance.below(15)}`,
  (person, chance) => `${person.company}${chance.pick(['!', '1', ' 1', '123', ' 2025', '-2026!'])}`,
  (person, chance) =>
    `${person.company
      .split(' ')
      .slice(0, 3)
      .join(chance.pick(['', '-', '_', '.']))}${chance.pick(['#1', '!', '24', '2024!'])}`,
  (person, chance) =>
    chance.pick(['Welcome2', 'Welcome@', 'ilove', 'IHate', 'Team', 'Go', 'My', 'iam', 'login']) +
    plain(person.product) +
    chance.pick(['', '1', '!', '2025', '2025!']),
  (person, chance) =>
    `${plain(person.product)}${chance.pick(['Password', 'Passwort', 'Login', 'Admin', 'User', 'Sales', 'App', 'Reset'])}${chance.pick(['1', '1!', '123', '2025', '#1'])}`,
  (person, chance) => decorate(backwards(low(person.company.split(' ')[0] ?? '')), chance),
  (person, chance) => decorate(low(person.given) + low(person.company.split(' ')[0] ?? ''), chance),
  (person, chance) => decorate(low(person.given) + low(person.given), chance),
  (person, chance) => `${localOf(person)}${chance.pick(['!', '1', '123', '@1', '2025', '!!'])}`,
  (person, chance) => `${chance.pick(['!', '1', '123', '@', '2025'])}${localOf(person)}`,
  (person, chance) => decorate(backwards(localOf(person)), chance),
  person => `${localOf(person)}${localOf(person)}`,
  person => addressOf(person).replace('@', '').replace('.example', ''),
  (person, chance) =>
    `${plain(person.given)}${plain(person.family)}${chance.pick(['@', '#', '-', '_'])}${plain(person.company.split(' ')[0] ?? '')}${chance.below(100)}`,
  (person, chance) =>
    `${plain(person.given)}is${chance.pick(['cool', 'thebest', 'great', 'king', 'boss', 'number1'])}${chance.below(10)}`,
  (person, chance) =>
    `${plain(person.given)}${chance.pick(['Sommer', 'Summer', 'Winter', 'Monday', 'Love', 'Sales'])}${2015 + chance.below(15)}`,
]

/** Users are known by name, by address or by both. Not every organisation stores full names. */
const KNOWN: ((person: Person) => Pick<StrengthContext, 'names' | 'emails'>)[] = [
  person => ({ names: [person.given, person.family, `${person.given} ${person.family}`], emails: [addressOf(person)] }),
  person => ({ names: [`${person.given} ${person.family}`], emails: [addressOf(person)] }),
  person => ({ names: [`${person.family}, ${person.given}`], emails: [addressOf(person)] }),
  person => ({ names: [person.given], emails: [addressOf(person)] }),
]

export type OwnDataGuess = { password: string; context: StrengthContext }

export function guessFromOwnData(chance: Chance, half: Half): OwnDataGuess {
  const person = inventPerson(chance, half)
  const known = { ...chance.pick(KNOWN)(person), companyWords: [person.company], productWords: [person.product] }
  return { password: makeGuess(person, chance), context: { ...known, minimumLength: 8 } }
}

/** A guess that is too short for the rule would measure nothing. */
function makeGuess(person: Person, chance: Chance): string {
  const guess = chance.pick(GUESSES)(person, chance)
  return guess.length >= 8 ? guess : `${guess}${2000 + chance.below(30)}!`
}
