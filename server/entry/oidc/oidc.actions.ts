import type { Ground } from '../../platform/ground.ts'
import { createAddClient } from './add-client.ts'
import { createCheckProof } from './check-proof.ts'
import { createFindClient, createListClients } from './find-client.ts'
import { createFindRep } from './find-rep.ts'
import { createListTargets } from './list-targets.ts'
import { createReadInteraction } from './read-interaction.ts'
import { createRemoveClient } from './remove-client.ts'

export function createOidcActions(ground: Ground) {
  const checkProof = createCheckProof(ground)
  const findClient = createFindClient(ground)
  const listClients = createListClients(ground)
  const listTargets = createListTargets({ listClients })
  return {
    addClient: createAddClient(ground),
    checkProof,
    findClient,
    findRep: createFindRep({ ...ground, findClient, checkProof }),
    listClients,
    listTargets,
    readInteraction: createReadInteraction({ ...ground, findClient, listTargets }),
    removeClient: createRemoveClient(ground),
  }
}

export type OidcActions = ReturnType<typeof createOidcActions>
