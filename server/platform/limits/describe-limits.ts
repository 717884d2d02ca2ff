import { daySeconds } from '../../../shared/time.ts'
import { type CountedLimit, limits } from './limits.ts'
import { timesAround } from './network-limits.ts'

type Row = { what: string; most: string; per: string; within: string; beyond: string }

/** The text of docs/limits.md. Every number in it comes from the table. */
export function describeLimits(): string {
  const { from, to, otherwise } = limits.resetCodeMinutes
  const { counts, times } = listLimits(`\`RESET_CODE_MINUTES\`, ${otherwise} min unless set (${from} to ${to})`)
  return [
    '# Limits',
    '',
    'Printed from `server/platform/limits/limits.ts` by `node tools/print-limits.ts`; a test fails if the two differ.',
    '',
    'A _network_ is an IPv4 address or the /64 of an IPv6 address. The _/56_ and the _/48_ are the networks around it. A',
    '_known device_ is a browser in which the account has signed in before. It has its own counts, which strangers cannot',
    'use up. All servers share all counts, except for the hashing queue: each server has its own.',
    '',
    '## Counts',
    '',
    ...table(['What is counted', 'At most', 'Per', 'Within', 'Beyond'], counts.map(cellsOf)),
    '',
    '## Times',
    '',
    ...table(
      ['What', 'How long'],
      times.map(({ what, howLong }) => [what, howLong]),
    ),
    '',
  ].join('\n')
}

/** Every limit in words: the counts, the result of exceeding them, and the lifetimes. */
export function listLimits(lifeOfCode: string): { counts: Row[]; times: { what: string; howLong: string }[] } {
  return {
    counts: [
      ...Object.values(limits).filter(isCounted).flatMap(rowsOfCount),
      ...rowsOfGuessing(),
      ...rowsOfDisclosure(),
    ],
    times: listTimes(lifeOfCode).map(([what, howLong]) => ({ what, howLong })),
  }
}

function isCounted(limit: (typeof limits)[keyof typeof limits]): limit is Extract<typeof limit, CountedLimit> {
  return 'what' in limit
}

function rowsOfCount({ what, points, per, windowSeconds, beyond }: CountedLimit): Row[] {
  const pers = per === 'network' ? rungs : [per]
  return pers.map((each, rung) => {
    return { what, most: String(points * timesAround(rung)), per: each, within: span(windowSeconds), beyond }
  })
}

function rowsOfGuessing(): Row[] {
  const { triesPerCode, signInFailures: failures } = limits
  const { slowFrom, firstWaitSeconds, longestWaitSeconds } = failures
  const within = span(failures.windowSeconds)
  const wait = `a wait of ${span(firstWaitSeconds)}, doubling with each failure up to ${span(longestWaitSeconds)}`
  const username = 'username, known or not'
  return [
    {
      what: 'Attempts to enter a code',
      most: String(triesPerCode.points),
      per: 'reset email',
      within: 'the lifetime of the code',
      beyond: 'the link no longer works; another email can be requested',
    },
    { what: 'Failed sign-ins', most: String(slowFrom - 1), per: username, within, beyond: wait },
    {
      what: 'Failed sign-ins',
      most: String(failures.strangersShutOutAt - 1),
      per: username,
      within,
      beyond: 'only networks and devices that the account has used may try, until a reset',
    },
    {
      what: 'Failed sign-ins on a known device',
      most: String(failures.knownDevice),
      per: 'account and device',
      within,
      beyond: 'the device counts as a stranger',
    },
    ...rowsOfHashing(),
  ]
}

/** The /64 or IPv4 address, and the /56 and the /48 around it. */
const rungs = ['network', '/56', '/48']

function rowsOfHashing(): Row[] {
  const { waiting, reserved, reservedPerPerson, perNetwork, refusedPerNetwork, retryAfterSeconds } = limits.hashing
  const busy = `503, try again after ${span(retryAfterSeconds)}`
  const row = (what: string, most: number, per: string): Row => {
    return { what, most: String(most), per, within: 'any moment', beyond: busy }
  }
  const outside = { within: span(60), beyond: '503 until the minute has ended, even if places are free' }
  const strangers = 'Passwords of strangers waiting to be hashed'
  const known = 'Passwords waiting in places reserved for known devices, sessions and reset links'
  return [
    row(strangers, waiting, 'server'),
    ...perNetwork.map((most, rung) => row(strangers, most, rungs[rung] ?? '')),
    row(known, reserved, 'server'),
    row(known, reservedPerPerson, 'account'),
    ...refusedPerNetwork.map((most, rung): Row => {
      return { what: 'Refused places in that queue', most: String(most), per: rungs[rung] ?? '', ...outside }
    }),
  ]
}

function rowsOfDisclosure(): Row[] {
  const { network, knownDevice, server, windowSeconds } = limits.disclosure
  const beyond = 'the same answer for every username'
  const row = (per: string, most: number): Row => ({
    what: 'Different usernames looked up',
    most: String(most),
    per,
    within: span(windowSeconds),
    beyond,
  })
  const networks = rungs.map((per, rung) => row(per, network * timesAround(rung)))
  return [...networks, row('account, on its known devices', knownDevice), row('all servers together', server)]
}

function listTimes(lifeOfCode: string): [string, string][] {
  const { resets, setUp, sessions, apps, companySignIns } = limits
  return [
    ['A reset code and its link, from the delivery of the email', lifeOfCode],
    ['… if an administrator requested the reset', span(resets.administratorSeconds)],
    ['An invitation and its link', span(resets.invitationSeconds)],
    ['A reset request waits for the mail server', span(resets.handOverSeconds)],
    ['No second email to the same account', span(resets.quietSeconds)],
    ['The link "this was not me" of a notice', span(resets.objectionSeconds)],
    ['The wait before a reset email goes to an address that another person entered', span(resets.newAddressSeconds)],
    ['A visit of the provider during a company sign-in', span(companySignIns.seconds)],
    ['The set-up link of an empty installation', span(setUp.linkSeconds)],
    ['A session without a request', span(sessions.idleSeconds)],
    ['A session in total', span(sessions.absoluteSeconds)],
    ['The time after a sign-in without another password prompt', span(sessions.recentSeconds)],
    ['A known device, from its last sign-in', span(sessions.knownDeviceSeconds)],
    ['An app, from one sign-in to the next', span(apps.signInSeconds)],
    ['An access token of an app, which the app renews', span(apps.accessTokenSeconds)],
    ['A code that an app exchanges for its tokens', span(apps.codeSeconds)],
    ['The sign-in form on the way to an app', span(apps.interactionSeconds)],
    ['Sessions of one account; one more ends the oldest', String(sessions.mostPerAccount)],
  ]
}

const units: readonly [number, string][] = [
  [172_800, 'days'],
  [3600, 'h'],
  [60, 'min'],
]

function span(seconds: number): string {
  const [length, unit] = units.find(([start]) => seconds >= start) ?? [1, 's']
  return unit === 'days' ? `${seconds / daySeconds} days` : `${seconds / length} ${unit}`
}

function cellsOf({ what, most, per, within, beyond }: Row): string[] {
  return [what, most, per, within, beyond]
}

/** Columns as wide as their longest cell: the way the formatter would lay them out. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((_head, column) => Math.max(...[heads, ...rows].map(cells => cells[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(heads), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)]
}
