import { expect, it } from 'vitest'
import { readPackage } from '../../tests/house/repository.ts'
import { appVersion } from './app-version.ts'

it('reports the version of the package', () => {
  expect(readPackage()).toMatchObject({ version: appVersion })
})
