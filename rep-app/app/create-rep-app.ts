import { dayIn } from '../../shared/prices/day-in.ts'
import { createCatalogue } from '../catalogue/create-catalogue.ts'
import { openCache } from '../device/cache.ts'
import { createVisitMemory } from '../device/current-visit.ts'
import { type DeviceClock, deviceClock } from '../device/device-clock.ts'
import { getDeviceId, listEvents, openDeviceDb, readValue } from '../device/device-db.ts'
import { createInstallHint, INSTALL_HINT } from '../device/install-hint.ts'
import type { Installation } from '../device/installation.ts'
import type { NewVersion } from '../device/new-version.ts'
import { createOutbox } from '../device/outbox.ts'
import { openPicturesDb } from '../device/pictures-db.ts'
import { createStore } from '../device/store.ts'
import { type Authorisation, createAuthorisation, type Fetch } from '../session/authorisation.ts'
import { type ApiAnswer, createCallApi, createReadBytes } from '../session/call-api.ts'
import { createEndSession } from '../session/end-session.ts'
import { createSessionStore } from '../session/session.ts'
import { createSignIn } from '../session/sign-in.ts'
import { createCapture } from '../sync/capture.ts'
import { createForms } from '../sync/forms.ts'
import { createHandIn } from '../sync/hand-in.ts'
import { createInitialiseAgain } from '../sync/initialise-again.ts'
import { createPictures, isRoadFree, PICTURES_ON } from '../sync/pictures.ts'
import type { Facts } from '../sync/status-keeper.ts'
import { createSync, LAST_COMPLETE } from '../sync/sync.ts'
import type { DraftNotice } from './draft-notice.ts'

const PATIENCE_MS = 8000

/** What the screens remember for each other. */
const createMemories = (needs: Parameters<typeof createVisitMemory>[0]) => ({
  /** What happened to the draft that the rep just left or deleted. */
  draftNotice: createStore<DraftNotice | undefined>(undefined),
  /** Whose page the rep opened last. */
  visit: createVisitMemory(needs),
  /** What the rep last searched for in which order. */
  orderSearch: createStore({ item: '', text: '' }),
})

/** Checked before the browser leaves the app for a page of the server: offline, it would show its own error page. */
const createIsServerThere =
  ({ origin, fetch }: { origin: string; fetch: Fetch }) =>
  (): Promise<boolean> =>
    fetch(`${origin}/healthz`, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) }).then(
      ({ ok }) => ok,
      () => false,
    )

/**
 * Wires the device layer. Screens watch `session` and `sync.status`, query `cache` with `useAppRows` and write with
 * `forms`. They use nothing else.
 */
export async function createRepApp(needs: {
  origin: string
  deviceName: string
  newVersion: NewVersion
  installation: Installation
  clock?: DeviceClock
  fetch?: Fetch
}) {
  const { origin, deviceName, newVersion, installation } = needs
  const { clock = deviceClock, fetch = globalThis.fetch.bind(globalThis) } = needs
  const db = openDeviceDb()
  const cache = openCache()
  const outbox = createOutbox({ clock })
  const picturesDb = openPicturesDb()
  const session = createSessionStore({ db })
  // In parallel, because a rep waits for the first screen, and the cache opens in the meantime.
  const [id, unsent, hidesInstallHint = false, lastComplete = null, picturesOn = true] = await Promise.all([
    getDeviceId(db),
    outbox.listUnsent(),
    readValue<boolean>(db, INSTALL_HINT),
    readValue<Facts['lastComplete']>(db, LAST_COMPLETE),
    readValue<boolean>(db, PICTURES_ON),
    session.load(),
    cache.open().catch(() => undefined),
  ])
  session.follow()
  const device = { id, name: deviceName }
  const timeZone = () => session.record().person?.timeZone ?? 'UTC'
  const authorisation: Authorisation = createAuthorisation({ origin, session, clock, fetch })
  const endSession = createEndSession({ session, cache, pictures: picturesDb })
  const callApi = createCallApi({ session, authorisation, endSession })
  const readBytes = createReadBytes({ session, authorisation, endSession })
  const signIn = createSignIn({ db, cache, clock, session, authorisation, callApi })
  const isNewVersionReady = newVersion.isReady
  const before = { unsent, lastComplete }
  const handIn = createHandIn({ db, outbox, authorisation, deviceId: device.id })
  const sync = createSync({ db, cache, outbox, session, callApi, handIn, clock, isNewVersionReady, device, before })
  const pictures = createPictures({
    ...{ pictures: picturesDb, db, cache, readBytes, isOn: picturesOn },
    isRoadFree: () => isRoadFree(sync.status.get()),
  })
  const syncSoon = () => void sync.syncNow()
  const capture = createCapture({ outbox, session, callApi, onRetry: syncSoon })
  const forms = createForms({
    outbox,
    accountId: () => session.record().person?.accountId,
    serverNow: authorisation.now,
    onSaved: syncSoon,
  })

  return {
    cache,
    ...createCatalogue({ cache, timeZone, serverNow: authorisation.now }),
    capture,
    pictures,
    device,
    forms,
    ...createMemories({ db, accountId: () => session.record().person?.accountId, now: authorisation.now }),
    newVersion,
    installation,
    installHint: createInstallHint(db, hidesInstallHint),
    isServerThere: createIsServerThere({ origin, fetch }),
    /** The device's best estimate of the server's time. */
    serverNow: authorisation.now,
    /** The day in the organisation's time zone, by which prices, visits and months are counted. */
    today: () => dayIn(timeZone(), new Date(authorisation.now())),
    timeZone,
    accountId: () => session.record().person?.accountId,
    session: session.state,
    signIn,
    sync,
    /** The last 200 sync events, newest first. */
    listEvents: () => listEvents(db),
    sendContactReset: (contactId: string): Promise<ApiAnswer<{ kind: 'sent'; address: string }>> =>
      callApi(`/contacts/${encodeURIComponent(contactId)}/password-reset`, {}),
    initialiseAgain: createInitialiseAgain({ cache, outbox, session, onErased: syncSoon }),
  }
}

export type RepApp = Awaited<ReturnType<typeof createRepApp>>
