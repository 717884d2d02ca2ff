import { insertUser, insertUsers } from '../server/people/accounts/accounts.store.ts'
import { fullRightsRoleId } from '../server/people/roles/full-rights-role.ts'
import { systemClock } from '../server/platform/clock.ts'
import { refreshStatistics } from '../server/platform/database/refresh-statistics.ts'
import { createVisitor, type Visitor } from '../tests/support/servers/visitor.ts'
import { median, percentile, printFigures } from './figures.ts'
import { type BenchGround, startBenchGround } from './ground.ts'

const users = 100_000
const inOneStatement = 10_000
const times = 15
const warmUp = 3
const aim = 100

const given = ['Ada', 'Bo', 'Cleo', 'Dot', 'Eli', 'Fay', 'Gus', 'Hal']
const family = ['Marlow', 'Quill', 'Sable', 'Tarn', 'Underhill', 'Vane', 'Wren', 'Yarrow', 'Zell']

const questions = {
  'the first page': '',
  'one username': 'search=person41234@',
  'a rare part of a name': 'search=arrow999',
  'a first name and a surname': 'search=cleo+sable',
  'what thousands have': 'search=marlow',
  'no match': 'search=nobodyatall',
  'a filter': 'status=no-password&type=device',
  'those of one role': `role=${fullRightsRoleId}`,
  'without a role, by user type': 'role=none&sort=type',
  'never signed in, by surname': 'signedIn=never&sort=name&order=descending',
  'the hundredth page': 'page=100',
  'by last sign-in': 'sort=last-sign-in&order=descending',
}

/**
 * Benchmarks the list of users among a hundred thousand as the admin site requests it: over the network, from a
 * signed-in session.
 */
export async function benchUsers(): Promise<void> {
  const ground = await startBenchGround({ count: 0 })
  try {
    await fill(ground)
    const admin = await signIn(ground)
    const figures = []
    for (const [name, question] of Object.entries(questions)) figures.push(await figure(admin, name, question))
    printFigures(`Users among ${users.toLocaleString('en-GB')}, median and 95th percentile`, figures)
  } finally {
    await ground.stop()
  }
}

async function figure(admin: Visitor, name: string, question: string) {
  const taken: number[] = []
  for (let time = 0; time < warmUp + times; time++) {
    const start = performance.now()
    const { status } = await admin.get(`/api/users?${question}`)
    if (status !== 200) throw new Error(`${question} was answered with ${status}`)
    if (time >= warmUp) taken.push(performance.now() - start)
  }
  const [middle, late] = [median(taken), percentile(taken, 0.95)]
  // Other requests have to read all users. Decision 015 gives their cost.
  const isAimed = !/sort=(last-sign-in|type)/.test(question)
  return {
    name,
    value: `${middle.toFixed(0)} / ${late.toFixed(0)} ms`,
    aim: isAimed ? `at most ${aim} ms` : '-',
    isReached: !isAimed || middle <= aim,
  }
}

async function fill({ db }: BenchGround): Promise<void> {
  const at = systemClock.now()
  for (let from = 0; from < users; from += inOneStatement) {
    const people = Array.from({ length: inOneStatement }, (_, index) => personOf(from + index))
    await db.transaction().execute(tx => insertUsers(tx, { people, at }))
  }
  await refreshStatistics(db)
}

function personOf(number: number) {
  const username = `person${number}@bench.example`
  const names = {
    givenName: given[number % given.length] ?? '',
    familyName: `${family[number % family.length]}${number % 1000}`,
  }
  return { ...names, username, key: username, userType: 'device', emailTo: null, roleId: null } as const
}

async function signIn({ db, url, password, passwordHash }: BenchGround): Promise<Visitor> {
  const username = 'admin@bench.example'
  const who = { username, usernameKey: username, givenName: 'Ada', familyName: 'Bench', userType: 'admin' } as const
  const state = { isActive: true, hasLicence: true, emailTo: null, passwordHash, roleId: fullRightsRoleId }
  await db.transaction().execute(tx => insertUser(tx, { ...who, ...state, createdAt: systemClock.now() }))
  const visitor = createVisitor(url, '10.7.0.1')
  const { status } = await visitor.post('/sign-in', { username, password })
  if (status !== 303) throw new Error(`The administrator could not sign in: ${status}`)
  return visitor
}
