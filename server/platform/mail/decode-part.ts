/** The user or password of an address. A `%` that begins no byte is a mistake in the setting, and named as one. */
export function decodePart(name: string, text: string): string {
  try {
    return decodeURIComponent(text)
  } catch (cause) {
    throw new Error(
      `${name} holds a % that is not followed by two hexadecimal digits: write each % of the user or password as %25`,
      { cause },
    )
  }
}
