import type { Ground } from '../../platform/ground.ts'
import { createReadOrderFeed } from '../../trade/orders/read-order-feed.ts'
import { createAddServiceToken } from './add-service-token.ts'
import { createFindCallingSystem } from './find-calling-system.ts'
import { createRevokeServiceToken } from './revoke-service-token.ts'
import { listTokensByName } from './service-tokens.store.ts'
import { createSetOrderStatus } from './set-order-status.ts'
import { createWriteRows } from './write-rows.ts'

export function createIntegrationActions(ground: Ground) {
  return {
    addServiceToken: createAddServiceToken(ground),
    findCallingSystem: createFindCallingSystem(ground),
    listServiceTokens: () => listTokensByName(ground.db),
    readOrderFeed: createReadOrderFeed(ground),
    revokeServiceToken: createRevokeServiceToken(ground),
    setOrderStatus: createSetOrderStatus(ground),
    writeRows: createWriteRows(ground),
  }
}

export type IntegrationActions = ReturnType<typeof createIntegrationActions>
