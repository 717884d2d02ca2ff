import type { Client } from '../../shared/contract/clients.ts'
import { typeWords } from '../ui/account-words.ts'

export const admittedName = (one: Client['admits'][number]): string => (one === 'contact' ? 'Contacts' : typeWords[one])

export const admittedWords = (admits: Client['admits']): string => admits.map(admittedName).join(', ')

export const kindWords: Record<Client['kind'], string> = {
  secret: 'With a secret: web apps on a server',
  key: 'With a key of its own (private_key_jwt)',
  public: 'Public: apps on devices, with DPoP',
}

export const kindOptions = Object.entries(kindWords).map(([value, label]) => ({ value, label }))

/** The name of each kind in the standard. */
export const methodOfKind: Record<Client['kind'], string> = {
  public: 'none',
  secret: 'client_secret_basic',
  key: 'private_key_jwt',
}
