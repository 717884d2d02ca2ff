import { unnamedOrganisation } from '../../people/organisation/organisation.store.ts'
import { type Meter, meterFor } from '../../platform/passwords/meter.ts'
import type { PasswordRule } from '../../platform/passwords/password-rule.ts'
import { contextOfSetUp, type SetUp } from './complete-set-up.ts'

const blank: SetUp = {
  organisation: '',
  contactLine: unnamedOrganisation.contactLine,
  username: '',
  givenName: '',
  familyName: '',
}

/** Prepares the form's initial values and the password's context so far. */
export function createPrepareSetUpPage({ rule }: { rule: PasswordRule }) {
  return function prepareSetUpPage(setUp: SetUp = blank): { setUp: SetUp; strength: Meter } {
    return { setUp, strength: meterFor(rule, contextOfSetUp(setUp)) }
  }
}
