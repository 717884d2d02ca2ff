import type { Client } from '../../shared/contract/clients.ts'
import { typeWords } from '../ui/account-words.ts'

export const admittedName = (one: Client['admits'][number]): string => (one === 'contact' ? 'Contacts' : typeWords[one])

export const admittedWords = (admits: Client['admits']): string => admits.map(admittedName).join(', ')
