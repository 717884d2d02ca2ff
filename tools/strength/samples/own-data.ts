/** Guesses made from what is known of a person: name, address, company and product. */

import type { StrengthContext } from '../../../shared/strength/types.ts'
import { decorate } from './decorations.ts'
import type { Chance } from './seeded.ts'

type Person = { given: string; family: string; company: string; product: string; birthYear: number }

const GIVEN =
  `Aaliyah Agnieszka Ahmed Alejandro Anaïs Anders Anneliese Beatriz Bengt Björn Caoimhe Cheng Chiara Dagmar Dimitri
  Duarte Eirik Eleni Elif Emeka Eszter Fatoumata Fernanda Gianluca Giorgos Gudrun Gülşen Håkon Hamid Ingeborg Ioana Iveta
  Jadwiga Jarosław Joaquín Jürgen Kasia Kateřina Kjell Laszlo Leticia Lubomir Małgorzata Marisol Matteo Mirjam Nadia Nils
  Ólafur Olumide Oonagh Paloma Pekka Priya Radoslav Rémi Rosalind Rūta Sabine Saoirse Sigrid Stanislav Tadeusz Takeshi
  Thandiwe Tímea Tomasz Ulrike Václav Valérie Wioletta Xiomara Yannick Yusuf Zdeněk Zsófia`.split(/\s+/)
const FAMILY =
  `Achterberg Andreou Bäckström Balogun Bauernfeind Błaszczyk Brzezińska Cavalcanti Chatterjee Dąbrowski Delacroix
  Demirtaş Dvořáková Eriksen Fjeldstad Fontaine García-Moreno Gruber Guðmundsson Haldorsen Hernández Horváth Iglesias
  Jablonski Janssens Kapoor Karjalainen Kavanagh Kowalczyk Kučera Lindqvist Lombardi MacGillivray Mbeki Mihailescu
  Müller-Lüdenscheid Nakamura Niemelä Novotný Nwosu O'Sullivan Oberhauser Okonkwo Østergaard Papadopoulos Pfeiffer
  Quattrocchi Rasmussen Rautavaara Ribeiro Rosenqvist Sánchez Schäfer Şimşek Skarsgård Sørensen Stojanović Szymański
  Tanaka Thorvaldsen Tkachenko Utterström Vandenberghe Villanueva Wójcik Yilmaz Zajíček Zimmermann`.split(/\s+/)
const COMPANIES = [
  'Northwind Traders',
  'Blåhaj Seafood AS',
  'Kessler & Söhne',
  'Dry Creek Feed Co',
  'Verdemar Fruits',
  'Old Mill Bakery Supply',
  'Taverne du Port',
  'Pinecrest Hardware',
  'Sunder Tyres',
  'Lakeland Dairy Group',
]
const PRODUCTS = ['Fieldkey', 'OrderPad', 'RepMate', 'Stockwise', 'VanSales']

function inventPerson(chance: Chance): Person {
  const birthYear = 1950 + chance.below(55)
  return {
    given: chance.pick(GIVEN),
    family: chance.pick(FAMILY),
    company: chance.pick(COMPANIES),
    product: chance.pick(PRODUCTS),
    birthYear,
  }
}

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
const addressOf = (person: Person) => `${low(person.given)}.${low(person.family)}@${domainOf(person)}`

const GUESSES: ((person: Person, chance: Chance) => string)[] = [
  addressOf,
  person => addressOf(person).split('@')[0] ?? '',
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
  person => `${plain(person.given)}${plain(person.family)}${person.birthYear}`,
  person => `${plain(person.given)}.${plain(person.family)}.${person.birthYear}!`,
  person => `${low(person.given)}_${low(person.family)}${person.birthYear % 100}`,
  person => `${plain(person.family)}${plain(person.family)}1`,
  person => `${plain(person.given)}@${plain(person.company)}`,
  person =>
    `${initialsOf(`${person.given} ${person.family}`)}${person.birthYear}${plain(person.company.split(' ')[0] ?? '')}`,
  person => `${plain(person.company)}${person.birthYear}${initialsOf(person.company)}`,
  person => `${plain(person.product)}4${plain(person.given)}!`,
  person => `${domainOf(person)}1`,
  person => `www.${domainOf(person)}`,
  person => `my${plain(person.product)}password1`,
  person => `${plain(person.given)}${String(person.birthYear).split('').reverse().join('')}`,
  person => `12${plain(person.family)}34!`,
]

export type OwnDataGuess = { password: string; context: StrengthContext }

export function guessFromOwnData(chance: Chance): OwnDataGuess {
  const person = inventPerson(chance)
  const context = {
    names: [person.given, person.family, `${person.given} ${person.family}`],
    emails: [addressOf(person)],
    companyWords: [person.company],
    productWords: [person.product],
    minimumLength: 8,
  }
  return { password: chance.pick(GUESSES)(person, chance), context }
}
