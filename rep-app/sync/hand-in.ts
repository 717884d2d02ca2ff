import type { HandInAnswer } from '../../shared/contract/app.ts'
import { type DeviceDb, readValue } from '../device/device-db.ts'
import type { Outbox } from '../device/outbox.ts'
import type { OutboxRow } from '../device/outbox-db.ts'
import type { Authorisation } from '../session/authorisation.ts'
import type { DeviceKeys } from '../session/session.ts'
import { keysOf } from '../session/sign-in.ts'

const MOST_AT_ONCE = 50
const MOST_ASKED = 500

type Needs = { db: DeviceDb; outbox: Outbox; authorisation: Authorisation; deviceId: string }
type Owner = { accountId: string; keys: DeviceKeys }

/**
 * Sends the items of users who aren't signed in, after an administrator released them. The device no longer has their
 * tokens. It proves its identity with the key of their last sign-in, which allows nothing else.
 */
export function createHandIn({ db, outbox, authorisation, deviceId }: Needs) {
  return async function handIn(signedInAs: string | undefined): Promise<void> {
    const owners = new Set((await outbox.listUnsent()).map(({ accountId }) => accountId))
    for (const accountId of owners) {
      const keys = await readValue<DeviceKeys>(db, keysOf(accountId))
      if (accountId !== signedInAs && keys) await handInOf({ accountId, keys })
    }
  }

  async function handInOf(owner: Owner): Promise<void> {
    const rows = await outbox.readUnsent(owner.accountId)
    const ids = rows.map(({ id }) => id).slice(0, MOST_ASKED)
    const answer = await ask(owner, { ids, items: [], isLast: false })
    if (!answer) return
    const rest = rows.filter(({ id }) => !answer.kept.includes(id))
    let isOpen = answer.isOpen
    for (let from = 0; isOpen && from < rest.length; from += MOST_AT_ONCE) {
      const items = await itemsOf(rest.slice(from, from + MOST_AT_ONCE))
      const taken = await ask(owner, { ids: [], items, isLast: from + MOST_AT_ONCE >= rest.length })
      isOpen = taken?.isOpen ?? false
    }
  }

  /** Removes the items that the server now has. */
  async function ask({ accountId, keys }: Owner, order: object): Promise<HandInAnswer | undefined> {
    const asked = authorisation.ask('/hand-in', { accessToken: deviceId, keys, order: { deviceId, ...order } })
    const answer = await asked.catch(() => undefined)
    if (!answer?.ok) return undefined
    const body: HandInAnswer = await answer.json()
    await outbox.settleHandedIn({ accountId, ids: body.kept })
    return body
  }

  async function itemsOf(rows: readonly OutboxRow[]) {
    const opened = await Promise.all(
      rows.map(async row => ({ row, payload: await outbox.openPayload(row).catch(() => undefined) })),
    )
    return opened.flatMap(({ row: { id, type, capturedAt }, payload }) =>
      payload ? [{ id, type, capturedAt, payload }] : [],
    )
  }
}

export type HandInReleased = ReturnType<typeof createHandIn>
