/** Invented people, companies and products, unknown to any list. */

import { type Half, takeHalf } from './half.ts'
import type { Chance } from './seeded.ts'

export type Person = {
  given: string
  family: string
  company: string
  product: string
  born: { day: number; month: number; year: number }
}

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
  'Harbour & Vale Wholesale',
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
  'Żabiński Hurt Sp. z o.o.',
  'Brasserie Quatre Vents',
  'Öresund Kiosk',
  'T. Pemberton and Daughters Ltd',
  'Aceites Sierra Umbría S.L.',
]
const PRODUCTS = ['Fieldkey', 'OrderPad', 'RepMate', 'Stockwise', 'VanSales']

export function inventPerson(chance: Chance, half: Half): Person {
  return {
    given: chance.pick(takeHalf(GIVEN, half)),
    family: chance.pick(takeHalf(FAMILY, half)),
    company: chance.pick(takeHalf(COMPANIES, half)),
    product: chance.pick(PRODUCTS),
    born: { day: 1 + chance.below(28), month: 1 + chance.below(12), year: 1950 + chance.below(55) },
  }
}
