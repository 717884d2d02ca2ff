import type { Ground, NeedsBeyond } from '../../platform/ground.ts'
import { createAcceptHeldItem } from './accept-held-item.ts'
import { createDiscardItem } from './discard-item.ts'
import { createDismissHeldItem } from './dismiss-held-item.ts'
import { createFindFormerDevice } from './find-former-device.ts'
import { createHandInItems } from './hand-in-items.ts'
import { createListHeldItems } from './list-held-items.ts'
import { createListWaitingDevices } from './list-waiting-devices.ts'
import { createPullRows } from './pull-rows.ts'
import { createPushItems } from './push-items.ts'
import { createReadMe } from './read-me.ts'
import { createReleaseOrders } from './release-orders.ts'
import { createSendContactReset } from './send-contact-reset.ts'
import { createTakeHeartbeat } from './take-heartbeat.ts'

type Shared = NeedsBeyond<typeof createFindFormerDevice> & NeedsBeyond<typeof createSendContactReset>

export function createSyncActions(ground: Ground, shared: Shared) {
  return {
    acceptHeldItem: createAcceptHeldItem(ground),
    discardItem: createDiscardItem(ground),
    dismissHeldItem: createDismissHeldItem(ground),
    findFormerDevice: createFindFormerDevice({ ...ground, ...shared }),
    handInItems: createHandInItems(ground),
    listHeldItems: createListHeldItems(ground),
    listWaitingDevices: createListWaitingDevices(ground),
    pullRows: createPullRows(ground),
    pushItems: createPushItems(ground),
    readMe: createReadMe(ground),
    releaseOrders: createReleaseOrders(ground),
    sendContactReset: createSendContactReset({ ...ground, ...shared }),
    takeHeartbeat: createTakeHeartbeat(ground),
  }
}

export type SyncActions = ReturnType<typeof createSyncActions>
