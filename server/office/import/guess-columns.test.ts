import { expect, test } from 'vitest'
import { fieldNames, importFields, importKinds } from '../../../shared/contract/import-lists.ts'
import { guessColumns, isSecretColumn } from './guess-columns.ts'

test('recognises the columns of a template by their names', () => {
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

test('recognises other names, languages, cases and punctuation, each field once', () => {
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

test('maps the headings of older templates, which said E-mail', () => {
  expect(guessColumns('users', ['Username', 'E-mail to'])).toEqual(['username', 'email-to'])
  expect(guessColumns('contacts', ['E-mail address', 'Username'])).toEqual(['email', 'username'])
})

test('recognises a column of passwords and maps it to no field', () => {
  const names = ['Password', 'passwort', 'PWD', 'Pass', 'Initial password', 'Mot de passe', 'pin', 'password_hash']
  expect(names.filter(name => !isSecretColumn(name))).toEqual([])
  expect(['Passport', 'Compass', 'Opinion', 'Name'].filter(isSecretColumn)).toEqual([])
  expect(guessColumns('users', ['Pass', 'Username'])).toEqual([null, 'username'])
})

test('recognises exports of Entra, Google Workspace and Odoo by their headings', () => {
  const entra = ['userPrincipalName', 'displayName', 'surname', 'mail', 'givenName', 'id', 'userType', 'jobTitle']
  expect(guessColumns('users', entra)).toEqual(['username', null, 'family-name', null, 'given-name', null, null, null])
  const bulk = ['User name [userPrincipalName] Required', 'Name [displayName] Required', 'First name [givenName]']
  expect(guessColumns('users', bulk)).toEqual(['username', 'full-name', 'given-name'])
  const google = ['First Name [Required]', 'Last Name [Required]', 'Email Address [Required]', 'Password [Required]']
  expect(guessColumns('users', google)).toEqual(['given-name', 'family-name', 'username', null])
  expect(guessColumns('users', ['Name', 'Login', 'Language'])).toEqual(['full-name', 'username', null])
  const odoo = ['Name', 'Email', 'Phone', 'Job Position', 'Related Company/Internal Reference']
  expect(guessColumns('contacts', odoo)).toEqual(['full-name', 'email', 'phone', 'job', 'account-number'])
  expect(guessColumns('retailers', ['Name', 'Internal Reference', 'City', 'Zip'])).toEqual([
    'name',
    'account-number',
    'town',
    'postcode',
  ])
})
