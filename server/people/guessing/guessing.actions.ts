import type { Ground } from '../../platform/ground.ts'
import { createCheckPassword } from './check-password.ts'

export function createGuessingActions(ground: Ground) {
  return {
    checkPassword: createCheckPassword(ground),
  }
}
