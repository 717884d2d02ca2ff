import { matchesGlob } from 'node:path'

/** One line of an import table: which files it binds, and what they may or may not reach. Globs, see `resolveImport`. */
export type ImportRule = {
  says: string
  binds: readonly string[]
  spares?: readonly string[]
  /** A type alone may be imported all the same: nothing of the other file runs. */
  freesTypes?: boolean
  /** It says nothing about what lies in the folder of the file itself. */
  freesOwnFolder?: boolean
  /** An import that the rule must report. */
  breach: { path: string; text: string }
} & ({ allows: readonly string[] } | { forbids: readonly string[] })

export type Edge = { from: string; to: string; isType: boolean }

/** Upwards from the ground: a file may import its own step and those below it. Features of one step do not know each other. */
const steps: readonly (readonly string[])[] = [
  [
    'server/{audit,database,html,http,jobs,limits,mail,names,passwords,sessions,uploaded-pictures}/**',
    'server/{clock,config,csv,dist-folder,environment,log,make-folder,mask-path,public-url,read-secrets,secret-key,secrets,settings,token}{,.test}.ts',
  ],
  ['server/accounts/**'],
  ['server/recovery/**'],
  ['server/roles/**'],
  ['server/licences/**'],
  ['server/standing/**'],
  ['server/set-up/**', 'server/organisation/**'],
  [
    'server/users/**',
    'server/contacts/**',
    'server/territories/**',
    'server/mail-log/**',
    'server/bounces/**',
    'server/audit-log/**',
    'server/home/**',
  ],
  ['server/import/**'],
  ['server/sign-in/**', 'server/own-account/**'],
  ['server/oidc/**'],
  ['server/sync/**'],
  [
    'server/{app,actions,ground,main,cli,start-server,start-work,purge.job}{,.test}.ts',
    'server/{command-line,demo}/**',
  ],
]

const features =
  '{accounts,recovery,licences,roles,standing,set-up,organisation,users,contacts,territories,mail-log,bounces,import,audit-log,home,sign-in,own-account,oidc,sync}'
const actions = [`server/${features}/+([a-z0-9-]){,.job}.ts`]
/** What a refusal is called on the screen: neither an action nor a page, and used by pages. */
const words = ['**/*-words.ts']
const tests = ['**/*.test.ts']
const fastify = 'npm:{fastify,@fastify/*,fastify-type-provider-zod}'
const drivers = 'npm:{kysely,pg,pg-boss}'
const stores = '**/*.{store,query}.ts'
const development = '{tests,tools,bench}/**'

export const importRules: readonly ImportRule[] = [
  {
    says: 'shared/ imports shared/ alone, so that it runs in a server, a browser and an app',
    binds: ['shared/**'],
    spares: [...tests, 'shared/contract/**'],
    allows: ['shared/**'],
    breach: { path: 'shared/strength/x.ts', text: `import { readFileSync } from 'node:fs'` },
  },
  {
    says: 'the shapes of the API are zod and shapes',
    binds: ['shared/contract/**'],
    spares: tests,
    allows: ['shared/contract/**', 'npm:zod'],
    breach: { path: 'shared/contract/x.ts', text: `import { normalise } from '../strength/code-points.ts'` },
  },
  {
    says: 'pages/ imports pages/ and shared/ alone',
    binds: ['pages/**'],
    spares: tests,
    freesTypes: true,
    allows: ['pages/**', 'shared/**'],
    breach: { path: 'pages/x.ts', text: `import { html } from '../server/html/html.ts'` },
  },
  {
    says: 'a store speaks to the database and to nothing else, in the shapes of the contract',
    binds: ['server/**/*.store.ts'],
    freesTypes: true,
    allows: ['server/database/**', 'npm:kysely', 'shared/contract/**'],
    breach: { path: 'server/recovery/x.store.ts', text: `import { getAccount } from '../accounts/accounts.store.ts'` },
  },
  {
    says: 'a read model joins what stores keep, and knows nothing else',
    binds: ['server/**/*.query.ts'],
    freesTypes: true,
    allows: ['server/database/**', 'npm:kysely', stores],
    breach: { path: 'server/accounts/x.query.ts', text: `import { limits } from '../limits/limits.ts'` },
  },
  {
    says: 'a page or a mail is words, frame and the numbers of limits.ts: no store, no clock, no action',
    binds: ['server/**/*.{pages,mail,html}.ts'],
    freesTypes: true,
    allows: ['server/html/**', 'shared/**', 'server/limits/limits.ts', 'server/**/*.{pages,mail,html}.ts', ...words],
    breach: { path: 'server/recovery/x.pages.ts', text: `import { systemClock } from '../clock.ts'` },
  },
  {
    says: 'html/ knows html/ and shared/ alone',
    binds: ['server/html/**'],
    spares: tests,
    freesTypes: true,
    allows: ['server/html/**', 'shared/**', 'node:{fs,path}', 'npm:{htm,preact,preact-render-to-string}'],
    breach: { path: 'server/html/x.ts', text: `import { hashToken } from '../token.ts'` },
  },
  {
    says: 'an action or a job knows neither Fastify nor pages: the form, the command line and the app enter alike',
    binds: actions,
    spares: words,
    forbids: [fastify, 'server/**/*.{pages,routes,forms}.ts', 'server/html/**'],
    breach: { path: 'server/recovery/request-x.ts', text: `import type { FastifyReply } from 'fastify'` },
  },
  {
    says: 'an action or a job takes nothing from http/ but types',
    binds: actions,
    spares: words,
    freesTypes: true,
    forbids: ['server/http/**'],
    breach: { path: 'server/recovery/request-x.ts', text: `import { readCaller } from '../http/caller.ts'` },
  },
  {
    says: 'only a feature itself uses its store; those of accounts/ and roles/ are for all',
    binds: [`server/${features}/**`],
    spares: tests,
    freesTypes: true,
    freesOwnFolder: true,
    forbids: ['server/!(accounts|roles|audit|sessions|mail)/**/*.{store,query}.ts'],
    breach: { path: 'server/sign-in/x.ts', text: `import { findPair } from '../recovery/recovery.store.ts'` },
  },
  {
    says: 'a route never reaches a store, the database or the queue',
    binds: ['server/**/*.routes.ts'],
    freesTypes: true,
    forbids: [stores, drivers, 'server/{database,jobs,mail}/**'],
    breach: { path: 'server/recovery/x.routes.ts', text: `import { findPair } from './recovery.store.ts'` },
  },
  {
    says: 'pictures are decoded in a process of their own, and nowhere else',
    binds: ['server/**'],
    spares: ['server/uploaded-pictures/decoder.ts', ...tests],
    forbids: ['npm:@napi-rs/image', 'server/uploaded-pictures/decoder.ts'],
    breach: { path: 'server/users/x.ts', text: `import { Transformer } from '@napi-rs/image'` },
  },
  {
    says: 'a form is a shape: zod, shared/ and its own words',
    binds: ['server/**/*.forms.ts'],
    freesTypes: true,
    allows: ['npm:zod', 'shared/**', 'server/**/*.forms.ts'],
    breach: { path: 'server/recovery/x.forms.ts', text: `import { findPair } from './recovery.store.ts'` },
  },
  {
    says: 'only stores, read models, database/ and jobs/ import what speaks SQL',
    binds: ['server/**'],
    spares: ['server/**/*.{store,query}.ts', 'server/{database,jobs}/**', ...tests],
    freesTypes: true,
    forbids: ['npm:{kysely,pg,pg-boss,postgres}'],
    breach: { path: 'server/recovery/request-x.ts', text: `import { sql } from 'kysely'` },
  },
  {
    says: 'nothing of production imports tests, tools or figures',
    binds: ['{server,shared,pages,admin,mobile}/**'],
    spares: tests,
    forbids: [development],
    breach: { path: 'server/mail/x.ts', text: `import { startTestSmtp } from '../../tests/support/smtp.ts'` },
  },
  {
    says: 'the server never imports what a browser runs',
    binds: ['server/**'],
    spares: tests,
    forbids: ['{pages,admin,mobile}/**'],
    breach: { path: 'server/html/x.ts', text: `import { words } from '../../pages/words.ts'` },
  },
  {
    says: 'admin/ and mobile/ know shared/ and themselves',
    binds: ['{admin,mobile}/**'],
    spares: tests,
    forbids: ['server/**', 'pages/**', 'node:**'],
    breach: { path: 'admin/users/x.ts', text: `import { whyClosed } from '../../server/accounts/account.ts'` },
  },
  {
    says: 'the app knows nothing of the admin site',
    binds: ['mobile/**'],
    spares: tests,
    forbids: ['admin/**'],
    breach: { path: 'mobile/orders/x.ts', text: `import { ask } from '../../admin/api/ask.ts'` },
  },
]

export function breaksRule(rule: ImportRule, { from, to, isType }: Edge): boolean {
  if (!matchesAny(from, rule.binds) || matchesAny(from, rule.spares ?? [])) return false
  if (isType && rule.freesTypes === true) return false
  if (rule.freesOwnFolder === true && folderOf(from) === folderOf(to)) return false
  return 'allows' in rule ? !matchesAny(to, rule.allows) : matchesAny(to, rule.forbids)
}

/** Tests stand beside what they test and may bring the whole application along. */
export function climbs({ from, to }: Edge): boolean {
  if (matchesAny(from, tests)) return false
  const [stepOfFrom, stepOfTo] = [stepOf(from), stepOf(to)]
  if (stepOfFrom === undefined || stepOfTo === undefined || stepOfFrom > stepOfTo) return false
  if (stepOfFrom < stepOfTo) return true
  const isOpenWithin = stepOfFrom === 0 || stepOfFrom === steps.length - 1
  return !isOpenWithin && folderOf(from) !== folderOf(to)
}

export function stepOf(path: string): number | undefined {
  const index = steps.findIndex(globs => matchesAny(path, globs))
  return index === -1 ? undefined : index
}

const folderOf = (path: string) => path.split('/')[1]

function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some(glob => matchesGlob(path, glob))
}
