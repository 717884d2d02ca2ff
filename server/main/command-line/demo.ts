import { systemClock } from '../../platform/clock.ts'
import { readConfig } from '../../platform/settings/config.ts'
import { startDemo } from '../demo/start-demo.ts'
import type { CommandOutcome, Terminal } from './terminal.ts'

export async function demo({ env, say }: Terminal): Promise<CommandOutcome> {
  const config = readConfig(env, { mode: 'demo' })
  const { stop } = await startDemo({ config, clock: systemClock, print: say })
  return { stop }
}
