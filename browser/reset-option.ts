export type Popup = { address: string | null; question: string; detail: string }

/** What the server says about a username. `refused` and `failed` are not its words, but what becomes of a 429 and of a lost answer. */
export type ResetOption =
  | { option: 'none' }
  | { option: 'text'; text: string }
  | { option: 'reset'; popup: Popup }
  | { option: 'refused' }
  | { option: 'failed' }

/** Asks the server which option belongs to a username. Never throws: an answer that cannot be had is an answer, too. */
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

/** Whether a resting value is worth asking about: an address that looks complete. Other names are asked about when the field is left. */
export function looksComplete(username: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(username)
}
