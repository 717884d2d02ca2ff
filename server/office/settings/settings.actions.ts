import type { ConnectProvider } from '../../entry/company-sign-in/provider-connection.ts'
import type { Ground } from '../../platform/ground.ts'
import { createChangeLogo } from './change-logo.ts'
import { createChangeOrganisation } from './change-organisation.ts'
import { createChangeSecondStep } from './change-second-step.ts'
import { createRemoveTaxClass, createSaveTaxClass } from './change-tax-classes.ts'
import { createListCompanyProviders } from './list-company-providers.ts'
import { createMarkOfficeNetwork, createUnmarkOfficeNetwork } from './mark-office-network.ts'
import { createReadSettings } from './read-settings.ts'
import { createRemoveCompanyProvider } from './remove-company-provider.ts'
import { createRemoveLogo } from './remove-logo.ts'
import { createSaveCompanyProvider } from './save-company-provider.ts'

export function createSettingsActions(ground: Ground, shared: { connectProvider: ConnectProvider }) {
  return {
    removeTaxClass: createRemoveTaxClass(ground),
    saveTaxClass: createSaveTaxClass(ground),
    changeLogo: createChangeLogo(ground),
    changeOrganisation: createChangeOrganisation(ground),
    changeSecondStep: createChangeSecondStep(ground),
    markOfficeNetwork: createMarkOfficeNetwork(ground),
    listCompanyProviders: createListCompanyProviders(ground),
    saveCompanyProvider: createSaveCompanyProvider({ ...ground, ...shared }),
    removeCompanyProvider: createRemoveCompanyProvider(ground),
    readSettings: createReadSettings(ground),
    removeLogo: createRemoveLogo(ground),
    unmarkOfficeNetwork: createUnmarkOfficeNetwork(ground),
  }
}

export type SettingsActions = ReturnType<typeof createSettingsActions>
