import { expect, test } from 'vitest'
import { fieldNames, importFields, importKinds } from '../../shared/contract/import-lists.ts'
import { guessColumns, isSecretColumn } from './guess-columns.ts'

test('the columns of a template are known by their names', () => {
  for (const kind of importKinds) {
    const fields = [...importFields[kind]]
    expect(
      guessColumns(
        kind,
        fields.map(field => fieldNames[field]),
      ),
    ).toEqual(fields)
    expect(
      guessColumns(
        kind,
        fields.toReversed().map(field => fieldNames[field].toUpperCase()),
      ),
    ).toEqual(fields.toReversed())
  }
})

test('other names, languages, cases and signs are known too, each field once', () => {
  expect(guessColumns('users', ['Nach-Name', 'VORNAME', 'E_Mail', 'Region', 'Shoe size'])).toEqual([
    'family-name',
    'given-name',
    'username',
    'territories',
    null,
  ])
  expect(guessColumns('users', ['E-mail', 'Username', 'Login'])).toEqual([null, 'username', null])
  expect(guessColumns('retailers', ['Kundennr.', 'Firma', 'PLZ', 'Straße'])).toEqual([
    'account-number',
    'name',
    'postcode',
    'address-line',
  ])
})

test('a column of passwords is known as one, and stands for nothing', () => {
  const names = ['Password', 'passwort', 'PWD', 'Pass', 'Initial password', 'Mot de passe', 'pin', 'password_hash']
  expect(names.filter(name => !isSecretColumn(name))).toEqual([])
  expect(['Passport', 'Compass', 'Opinion', 'Name'].filter(isSecretColumn)).toEqual([])
  expect(guessColumns('users', ['Pass', 'Username'])).toEqual([null, 'username'])
})
