export type Popup = { address: string | null; question: string; detail: string }

/** A provider that signs people of this domain in. */
export type Company = { id: string; name: string }

/** The server's answer about a username. `refused` means a 429, and `failed` a lost answer. */
export type ResetOption =
  | ({ companies?: Company[] } & (
      | { option: 'none' }
      | { option: 'text'; text: string }
      | { option: 'reset'; popup: Popup }
    ))
  | { option: 'refused' }
  | { option: 'failed' }

/** Asks the server for the option of a username. Never throws: a failure is an answer too. */
export async function askResetOption(username: string): Promise<ResetOption> {
  try {
    const response = await fetch('/sign-in/option', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ username }),
    })
    if (response.status === 429) return { option: 'refused' }
    return response.ok ? await response.json() : { option: 'failed' }
  } catch {
    return { option: 'failed' }
  }
}

/** True for an address that looks complete, which is worth asking about after a pause. Other names wait for blur. */
export function looksComplete(username: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(username)
}
