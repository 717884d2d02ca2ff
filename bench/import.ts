import { type PeopleKind, peopleKinds } from '../shared/contract/import-lists.ts'
import type { Visitor } from '../tests/support/servers/visitor.ts'
import { lookAgainAndAgain, order, signInAdministrator, untilState } from './administrator.ts'
import { createBrowser } from './browser.ts'
import { type Figure, percentile, printFigures } from './figures.ts'
import { startBenchGround } from './ground.ts'

const rows = 10_000
const longestSeconds = 60

/**
 * Benchmarks ten thousand rows of each kind from the upload to the last row, and the effect on a concurrent sign-in.
 */
export async function benchImport(): Promise<void> {
  const ground = await startBenchGround({ count: 1 })
  try {
    const visitor = await signInAdministrator(ground)
    await visitor.postJson('/api/subscription/device', { enabled: 100_000, monthlyPriceCents: 0 })
    const onlooker = createBrowser(ground.url, '10.2.0.1')
    const waits: number[] = []
    let isOver = false
    const looking = lookAgainAndAgain(onlooker, waits, () => isOver)
    const figures: Figure[] = []
    for (const kind of peopleKinds) figures.push(...(await measure(visitor, { kind, round: 'added' })))
    for (const kind of peopleKinds) figures.push(...(await measure(visitor, { kind, round: 'changed' })))
    isOver = true
    await looking
    onlooker.close()
    const page = percentile(waits, 0.95)
    figures.push({
      name: 'a page meanwhile, 95th percentile',
      value: `${page.toFixed(0)} ms`,
      aim: 'under 250 ms',
      isReached: page < 250,
    })
    printFigures(`Import of ${rows.toLocaleString('en-GB')} rows`, figures)
  } finally {
    await ground.stop()
  }
}

type Round = 'added' | 'changed'

/** At first every user is new. Then every user has another name and is in another territory. */
async function measure(visitor: Visitor, { kind, round }: { kind: PeopleKind; round: Round }): Promise<Figure[]> {
  const path = `/api/imports/${kind}`
  const begun = performance.now()
  const { id } = await order(visitor.postFile(`${path}?fileName=bench.csv`, fileOf(kind, round)))
  const uploaded = performance.now()
  const { columns, userType } = await order(visitor.get(`${path}/${id}`))
  const fields = columns.map(({ field }: { field: string | null }) => field)
  await order(visitor.postJson(`${path}/${id}/check`, { fields, existing: 'update', territories: 'create', userType }))
  await untilState(visitor, `${path}/${id}`, 'checked')
  const checked = performance.now()
  await order(visitor.postJson(`${path}/${id}/run`, { scope: 'all', invitations: 'later' }))
  await untilState(visitor, `${path}/${id}`, 'done')
  const done = performance.now()
  const rate = (from: number, to: number) => `${Math.round((rows * 1000) / (to - from))} rows/s`
  const seconds = (done - begun) / 1000
  return [
    { name: `${kind} ${round}: read and kept`, value: rate(begun, uploaded), aim: '-', isReached: true },
    { name: `${kind} ${round}: checked`, value: rate(uploaded, checked), aim: '-', isReached: true },
    { name: `${kind} ${round}: imported`, value: rate(checked, done), aim: '-', isReached: true },
    {
      name: `${kind} ${round}: all of it`,
      value: `${seconds.toFixed(1)} s`,
      aim: `under ${longestSeconds} s`,
      isReached: seconds < longestSeconds,
    },
  ]
}

const headings: Record<PeopleKind, string> = {
  users: 'Username,First name,Surname,User type,Sales territories',
  retailers: 'Account number,Name,Territory,Address,Town,Postcode,Phone',
  contacts: 'Account number,E-mail,First name,Surname,Job,Phone',
}

function rowOf(kind: PeopleKind, { place, round }: { place: number; round: Round }): string {
  const territory = `Territory ${(place + (round === 'added' ? 0 : 1)) % 40}`
  const name = round === 'added' ? 'Marlow' : 'Teasel'
  if (kind === 'users') return `rep.number${place}@import.example,Robin,"${name} ${place}",device,${territory}`
  if (kind === 'retailers')
    return `B-${place},"${name} ""${place}""",${territory},${place} High Street,Vale,HV1 1AA,0123`
  return `B-${place},buyer${place}@import.example,Bea,${name} ${place},Owner,0123`
}

function fileOf(kind: PeopleKind, round: Round): string {
  const lines = Array.from({ length: rows }, (_, place) => rowOf(kind, { place, round }))
  return [headings[kind], ...lines].join('\r\n')
}
