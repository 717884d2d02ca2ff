/**
 * Decodes the user or password of an address. A `%` that starts no byte is a mistake in the setting, so the error names
 * the setting.
 */
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
