import { eventRow } from '../../platform/audit/audit.store.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db, Queryable } from '../../platform/database/tables.ts'
import type { Caller } from '../../platform/http/caller.ts'
import { limits } from '../../platform/limits/limits.ts'
import { hashToken, makeToken } from '../../platform/token.ts'
import { deviceRow } from './known-devices.store.ts'
import { deviceTokenOf } from './remember-device.ts'
import { lastSignInRow, sessionRow, sessionsInTheWay } from './sessions.store.ts'

export type SessionToStart = {
  accountId: string
  caller: Caller
  /** The steps that the person has passed (RFC 8176). */
  methods: readonly string[]
  /** When the person proved their identity, if a provider did that earlier. */
  authenticatedAt?: Date | undefined
  /** The browser's cookies: an old session ends, a known device keeps its cookie (ASVS 7.2.4). */
  sessionToken: string | undefined
  deviceToken: string | undefined
}

const { sessions } = limits
const noToken = Buffer.alloc(0)

/**
 * Starts a session with a fresh token and remembers the device as known to the account. Writes all rows in one
 * statement, because sign-in is the server's most frequent action.
 */
export function createStartSession({ db, clock }: { db: Db; clock: Clock }) {
  return async function startSession(
    { accountId, caller, methods, authenticatedAt, ...brought }: SessionToStart,
    within: Queryable = db,
  ) {
    const at = clock.now()
    const after = (seconds: number) => new Date(at.getTime() + seconds * 1000)
    const sessionToken = makeToken()
    const deviceToken = deviceTokenOf(brought.deviceToken)
    const rows = {
      inTheWay: {
        accountId,
        most: sessions.mostPerAccount,
        tokenHash: brought.sessionToken === undefined ? noToken : hashToken(brought.sessionToken),
      },
      session: {
        ...caller,
        accountId,
        methods,
        tokenHash: hashToken(sessionToken),
        at,
        authenticatedAt: authenticatedAt ?? at,
        expiresAt: after(sessions.absoluteSeconds),
      },
      device: {
        accountId,
        tokenHash: hashToken(deviceToken),
        network: caller.network,
        at,
        expiresAt: after(sessions.knownDeviceSeconds),
      },
      event: {
        at,
        action: 'signed-in',
        actor: 'self',
        actorAccountId: accountId,
        accountId,
        ...caller,
        ...(methods.length > 1 && { details: { methods: methods.join(' ') } }),
      },
    } as const
    const together = within
      .with('in_the_way', one => sessionsInTheWay(one, rows.inTheWay))
      .with('session', one => sessionRow(one, rows.session))
      .with('device', one => deviceRow(one, rows.device))
      .with('last_sign_in', one => lastSignInRow(one, { accountId, at }))
    await eventRow(together, rows.event).execute()
    return { sessionToken, deviceToken }
  }
}

export type StartSession = ReturnType<typeof createStartSession>
