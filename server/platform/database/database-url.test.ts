import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { nameDatabase } from './database-url.ts'

test.each([
  ['postgresql://fieldkey:p%40ss@db.example.com:5433/fieldkey?sslmode=verify-full', 'db.example.com:5433/fieldkey'],
  ['postgresql://fieldkey:a@b@db.example.com/fieldkey', 'db.example.com/fieldkey'],
  ['postgresql:///fieldkey?host=%2Frun%2Fpostgresql&password=secret', '/fieldkey at /run/postgresql'],
])('the name of the database at %s has no user and no password', (databaseUrl, name) => {
  expect(nameDatabase({ databaseUrl, dataDir: 'data' })).toBe(`the database ${name}`)
})

test('the included database has the name of its folder', () => {
  expect(nameDatabase({ dataDir: 'data' })).toBe(`the database in ${resolve('data')}`)
})
