import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import type { Clock } from './clock.ts'
import type { OpenDatabase } from './database/connect.ts'
import { distFolder } from './dist-folder.ts'
import { startJobs } from './jobs/jobs.ts'
import { queueNames } from './jobs/queue-names.ts'
import { createLimiter } from './limits/limiter.ts'
import { limits } from './limits/limits.ts'
import { createQueueAgain, createQueueMail } from './mail/queue-mail.ts'
import { createMessageTokens, createReturnPath } from './mail/return-path.ts'
import { createRequestOutside } from './outgoing/request-outside.ts'
import { createPasswordHashing, type HashParameters } from './passwords/password-hashing.ts'
import { loadPasswordRule } from './passwords/password-rule.ts'
import type { Config } from './settings/config.ts'
import { createMakePicture } from './uploaded-pictures/make-picture.ts'

export type GroundNeeds = {
  config: Config
  clock: Clock
  log: FastifyBaseLogger
  database: OpenDatabase
  /** False in a process that only adds jobs, such as a single command of the command line. */
  works?: boolean
  /** False if the schema of the queue must stay unchanged. */
  migrates?: boolean
  /** Cheaper parameters than those of production, for tests that sign in often. */
  hashParameters?: HashParameters | undefined
}

/** The services that every feature uses. */
export async function createGround(needs: GroundNeeds) {
  const { config, clock, log, database, works = true, migrates = true, hashParameters } = needs
  const { db, relaxed, connection } = database
  const { secrets, publicUrl, usernameDisclosure, resetCodeMinutes, passwordMinLength: minimumLength } = config
  const jobs = await startJobs({ connection, log, queues: queueNames, works, migrates })
  return {
    db,
    relaxedDb: relaxed.db,
    clock,
    log,
    config,
    secrets,
    publicUrl,
    usernameDisclosure,
    resetCodeMinutes,
    jobs,
    limiter: createLimiter({ pool: relaxed.pool, secrets }),
    queueMail: createQueueMail({ jobs, clock }),
    queueAgain: createQueueAgain({ jobs }),
    messageTokens: createMessageTokens({ secrets }),
    returnPath: config.bounceAddress ? createReturnPath({ secrets, address: config.bounceAddress }) : undefined,
    hashing: createPasswordHashing({ size: limits.hashing, parameters: hashParameters }),
    makePicture: createMakePicture({ log }),
    requestOutside: createRequestOutside({ allowedHosts: config.webhookAllowedHosts, longestAnswer: 64 * 1024 }),
    rule: await loadPasswordRule({ directory: join(distFolder, 'strength'), minimumLength }),
  }
}

export type Ground = Awaited<ReturnType<typeof createGround>>

/** What an action needs beyond the ground: actions of other features. */
export type NeedsBeyond<Create extends (needs: never) => unknown> = Omit<Parameters<Create>[0], keyof Ground>
