import { join } from 'node:path'
import type { FastifyBaseLogger } from 'fastify'
import { asksQueue } from '../entry/recovery/take-asks.job.ts'
import type { Clock } from '../platform/clock.ts'
import type { OpenDatabase } from '../platform/database/connect.ts'
import { distFolder } from '../platform/dist-folder.ts'
import { startJobs } from '../platform/jobs/jobs.ts'
import { createLimiter } from '../platform/limits/limiter.ts'
import { limits } from '../platform/limits/limits.ts'
import { createQueueAgain, createQueueMail, mailQueue } from '../platform/mail/queue-mail.ts'
import { createMessageTokens, createReturnPath } from '../platform/mail/return-path.ts'
import { createPasswordHashing } from '../platform/passwords/password-hashing.ts'
import { loadPasswordRule } from '../platform/passwords/password-rule.ts'
import type { Config } from '../platform/settings/config.ts'
import { createMakePicture } from '../platform/uploaded-pictures/make-picture.ts'

export type GroundNeeds = {
  config: Config
  clock: Clock
  log: FastifyBaseLogger
  database: OpenDatabase
  /** False in a process that only adds jobs, such as one command of the command line. */
  works?: boolean
  /** False where the schema of the queue must stay as it is. */
  migrates?: boolean
}

/** What every feature stands on. */
export async function createGround({ config, clock, log, database, works = true, migrates = true }: GroundNeeds) {
  const { db, relaxed, connection } = database
  const { secrets, passwordMinLength: minimumLength } = config
  const jobs = await startJobs({ connection, log, queues: [mailQueue, asksQueue], works, migrates })
  return {
    db,
    relaxedDb: relaxed.db,
    clock,
    log,
    config,
    secrets,
    jobs,
    limiter: createLimiter({ pool: relaxed.pool, secrets }),
    queueMail: createQueueMail({ jobs, clock }),
    queueAgain: createQueueAgain({ jobs }),
    messageTokens: createMessageTokens({ secrets }),
    returnPath: config.bounceAddress ? createReturnPath({ secrets, address: config.bounceAddress }) : undefined,
    hashing: createPasswordHashing({ size: limits.hashing }),
    makePicture: createMakePicture({ log }),
    rule: await loadPasswordRule({ directory: join(distFolder, 'strength'), minimumLength }),
  }
}

export type Ground = Awaited<ReturnType<typeof createGround>>
