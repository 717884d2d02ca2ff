import { matchesGlob } from 'node:path'

/** One line of an import table: which files it binds, and what they may or may not reach. Globs, see `resolveImport`. */
export type ImportRule = {
  says: string
  binds: readonly string[]
  spares?: readonly string[]
  /** Type-only imports are still allowed, because no code of the other file runs. */
  freesTypes?: boolean
  /** The rule doesn't apply to files in the same folder. */
  freesOwnFolder?: boolean
  /** An import that the rule must report. */
  breach: { path: string; text: string }
} & ({ allows: readonly string[] } | { forbids: readonly string[] })

export type Edge = { from: string; to: string; isType: boolean }

const withFeatures = '{entry,office,people,rep-app,trade,website}'
const actions = [`server/${withFeatures}/*/+([a-z0-9-]){,.job}.ts`]
/** The text of refusals on the screen: neither actions nor pages, and used by pages. */
const words = ['**/*-words.ts']
const tests = ['**/*.test.ts']
const fastify = 'npm:{fastify,@fastify/*,fastify-type-provider-zod}'
const drivers = 'npm:{kysely,pg,pg-boss}'
const stores = '**/*.{store,query}.ts'
const development = '{tests,tools,bench}/**'

export const importRules: readonly ImportRule[] = [
  {
    says: 'shared/ imports only shared/, so that it runs on the server, in the browser and in the app',
    binds: ['shared/**'],
    spares: [...tests, 'shared/contract/**'],
    allows: ['shared/**'],
    breach: { path: 'shared/strength/x.ts', text: `import { readFileSync } from 'node:fs'` },
  },
  {
    says: 'the API contract imports only zod and the contract itself',
    binds: ['shared/contract/**'],
    spares: tests,
    allows: ['shared/contract/**', 'npm:zod'],
    breach: { path: 'shared/contract/x.ts', text: `import { normalise } from '../strength/code-points.ts'` },
  },
  {
    says: 'browser/ imports only browser/, shared/ and the library for passkeys',
    binds: ['browser/**'],
    spares: tests,
    freesTypes: true,
    allows: ['browser/**', 'shared/**', 'npm:@simplewebauthn/browser'],
    breach: { path: 'browser/x.ts', text: `import { html } from '../server/platform/html/html.ts'` },
  },
  {
    says: 'a store uses only the database and the types of the contract',
    binds: ['server/**/*.store.ts'],
    freesTypes: true,
    allows: ['server/platform/database/**', 'npm:kysely', 'shared/contract/**'],
    breach: {
      path: 'server/entry/recovery/x.store.ts',
      text: `import { getAccount } from '../../people/accounts/accounts.store.ts'`,
    },
  },
  {
    says: 'a read model uses only the database and stores',
    binds: ['server/**/*.query.ts'],
    freesTypes: true,
    allows: ['server/platform/database/**', 'npm:kysely', 'shared/contract/**', stores],
    breach: {
      path: 'server/people/accounts/x.query.ts',
      text: `import { limits } from '../../platform/limits/limits.ts'`,
    },
  },
  {
    says: 'a page or a mail is words, frame and the numbers of limits.ts: no store, no clock, no action',
    binds: ['server/**/*.{pages,mail,html}.ts'],
    freesTypes: true,
    allows: [
      'server/platform/html/**',
      'shared/**',
      'server/platform/limits/limits.ts',
      'server/**/*.{pages,mail,html}.ts',
      ...words,
    ],
    breach: { path: 'server/entry/recovery/x.pages.ts', text: `import { systemClock } from '../../platform/clock.ts'` },
  },
  {
    says: 'html/ imports only html/ and shared/',
    binds: ['server/platform/html/**'],
    spares: tests,
    freesTypes: true,
    allows: ['server/platform/html/**', 'shared/**', 'node:{fs,path}', 'npm:{htm,preact,preact-render-to-string}'],
    breach: { path: 'server/platform/html/x.ts', text: `import { hashToken } from '../token.ts'` },
  },
  {
    says: 'an action or a job imports neither Fastify nor pages, so that forms, command line and app can call it',
    binds: actions,
    spares: words,
    forbids: [fastify, 'server/**/*.{pages,routes,forms}.ts', 'server/platform/html/**'],
    breach: { path: 'server/entry/recovery/request-x.ts', text: `import type { FastifyReply } from 'fastify'` },
  },
  {
    says: 'an action or a job imports only types from http/',
    binds: actions,
    spares: words,
    freesTypes: true,
    forbids: ['server/platform/http/**'],
    breach: {
      path: 'server/entry/recovery/request-x.ts',
      text: `import { readCaller } from '../../platform/http/caller.ts'`,
    },
  },
  {
    says: 'only a feature itself uses its store; those of people, trade and platform serve the storeys above',
    binds: [`server/${withFeatures}/**`],
    spares: tests,
    freesTypes: true,
    freesOwnFolder: true,
    forbids: [
      'server/{entry,office,rep-app,website}/**/*.{store,query}.ts',
      'server/people/{licences,diagnosis}/**/*.{store,query}.ts',
    ],
    breach: { path: 'server/entry/sign-in/x.ts', text: `import { findPair } from '../recovery/recovery.store.ts'` },
  },
  {
    says: 'a route never reaches a store, the database or the queue',
    binds: ['server/**/*.routes.ts'],
    freesTypes: true,
    forbids: [stores, drivers, 'server/platform/{database,jobs,mail}/**'],
    breach: { path: 'server/entry/recovery/x.routes.ts', text: `import { findPair } from './recovery.store.ts'` },
  },
  {
    says: 'only a separate process decodes images, and the demo draws its own',
    binds: ['server/**'],
    spares: ['server/platform/uploaded-pictures/decoder.ts', 'server/main/demo/fill-pictures.ts', ...tests],
    forbids: ['npm:@napi-rs/image', 'server/platform/uploaded-pictures/decoder.ts'],
    breach: { path: 'server/office/users/x.ts', text: `import { Transformer } from '@napi-rs/image'` },
  },
  {
    says: 'a form imports only zod, shared/ and other forms',
    binds: ['server/**/*.forms.ts'],
    freesTypes: true,
    allows: ['npm:zod', 'shared/**', 'server/**/*.forms.ts'],
    breach: { path: 'server/entry/recovery/x.forms.ts', text: `import { findPair } from './recovery.store.ts'` },
  },
  {
    says: 'only stores, read models, database/ and jobs/ import database drivers',
    binds: ['server/**'],
    spares: ['server/**/*.{store,query}.ts', 'server/platform/{database,jobs}/**', ...tests],
    freesTypes: true,
    forbids: ['npm:{kysely,pg,pg-boss,postgres}'],
    breach: { path: 'server/entry/recovery/request-x.ts', text: `import { sql } from 'kysely'` },
  },
  {
    says: 'production code imports no tests, tools or benchmarks',
    binds: ['{server,shared,browser,admin,rep-app}/**'],
    spares: tests,
    forbids: [development],
    breach: {
      path: 'server/platform/mail/x.ts',
      text: `import { startTestSmtp } from '../../../tests/support/smtp.ts'`,
    },
  },
  {
    says: 'the server imports no browser code',
    binds: ['server/**'],
    spares: tests,
    forbids: ['{browser,admin,rep-app}/**'],
    breach: { path: 'server/platform/html/x.ts', text: `import { words } from '../../../browser/words.ts'` },
  },
  {
    says: 'admin/ and rep-app/ import neither the server nor the browser scripts',
    binds: ['{admin,rep-app}/**'],
    spares: tests,
    forbids: ['server/**', 'browser/**', 'node:**'],
    breach: { path: 'admin/users/x.ts', text: `import { whyClosed } from '../../server/people/accounts/account.ts'` },
  },
  {
    says: 'the rep app imports nothing from the admin site',
    binds: ['rep-app/**'],
    spares: tests,
    forbids: ['admin/**'],
    breach: { path: 'rep-app/orders/x.ts', text: `import { ask } from '../../admin/api/ask.ts'` },
  },
]

export function breaksRule(rule: ImportRule, { from, to, isType }: Edge): boolean {
  if (!matchesAny(from, rule.binds) || matchesAny(from, rule.spares ?? [])) return false
  if (isType && rule.freesTypes === true) return false
  if (rule.freesOwnFolder === true && folderOf(from) === folderOf(to)) return false
  return 'allows' in rule ? !matchesAny(to, rule.allows) : matchesAny(to, rule.forbids)
}

const folderOf = (path: string) => path.split('/').slice(0, 3).join('/')

function matchesAny(path: string, globs: readonly string[]): boolean {
  return globs.some(glob => matchesGlob(path, glob))
}
