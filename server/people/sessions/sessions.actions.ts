import type { Ground } from '../../platform/ground.ts'
import { createListSessions, createReadSession } from './read-session.ts'
import { createStartSession } from './start-session.ts'

export function createSessionActions(ground: Ground) {
  return {
    listSessions: createListSessions(ground),
    readSession: createReadSession(ground),
    startSession: createStartSession(ground),
  }
}
