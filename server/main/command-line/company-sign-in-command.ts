import { withGround } from './open-ground.ts'
import type { Terminal } from './terminal.ts'

/** The way back in when the only way in is broken: the provider is gone, or its client secret has expired. */
export async function allowPasswordsAgain(terminal: Terminal): Promise<void> {
  await withGround(terminal, async actions => {
    const { names } = await actions.allowPasswords()
    if (names.length === 0) return terminal.say('No provider is the only way in. Nothing was changed.')
    terminal.say(`Passwords, passkeys and resets work again beside ${names.join(', ')}.`)
  })
}
