import type { Ground } from '../../platform/ground.ts'
import { createAddClient } from './add-client.ts'
import { createCheckProof } from './check-proof.ts'
import { createCheckClientSecret } from './client-secret.ts'
import { createEndOldSecret } from './end-old-secret.ts'
import { createFindClient, createListClients } from './find-client.ts'
import { createFindRep } from './find-rep.ts'
import { createListClientRows } from './list-client-rows.ts'
import { createListTargets } from './list-targets.ts'
import { createReadInteraction } from './read-interaction.ts'
import { createRemoveClient } from './remove-client.ts'
import { createRotateClientSecret } from './rotate-client-secret.ts'

export function createOidcActions(ground: Ground) {
  const checkProof = createCheckProof(ground)
  const findClient = createFindClient(ground)
  const listClients = createListClients(ground)
  const listTargets = createListTargets({ listClients })
  return {
    addClient: createAddClient(ground),
    checkClientSecret: createCheckClientSecret(ground),
    checkProof,
    endOldSecret: createEndOldSecret(ground),
    findClient,
    findRep: createFindRep({ ...ground, findClient, checkProof }),
    listClients,
    listClientRows: createListClientRows({ ...ground, listClients }),
    listTargets,
    readInteraction: createReadInteraction({ ...ground, findClient, listTargets }),
    removeClient: createRemoveClient(ground),
    rotateClientSecret: createRotateClientSecret(ground),
  }
}

export type OidcActions = ReturnType<typeof createOidcActions>
