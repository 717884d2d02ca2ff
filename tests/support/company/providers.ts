import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { MockAnswer, MockOrder } from './mock-provider-process.ts'

async function start(script: string, args: readonly string[]) {
  const child = fork(join(import.meta.dirname, script), args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const [started] = await once(child, 'message')
  const stop = async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return { child, issuer: String(started.issuer), stop }
}

export type MockProvider = Awaited<ReturnType<typeof startMockProvider>>

/** A provider whose tokens a test can spoil. */
export async function startMockProvider() {
  const { child, issuer, stop } = await start('mock-provider-process.ts', [])
  const tell = async (order: MockOrder) => {
    child.send(order)
    await once(child, 'message')
  }
  return {
    issuer,
    stop,
    answerWith: (answer: MockAnswer) => tell({ kind: 'answer', answer }),
    rotateKeys: () => tell({ kind: 'rotate' }),
  }
}

export const startCertifiedProvider = (redirectUri: string) => start('oidc-provider-process.ts', [redirectUri])
