/** A code as the server makes it: 160 bits in 32 letters and figures. */
const shape = /^[A-Z2-7]{32}$/

/**
 * Reads a code however it came: from a camera, a scanner that ends with a line, or typed in fours in small letters.
 *
 * @returns the code, or nothing where the text cannot be one
 */
export function readToken(text: string): string | undefined {
  const token = text.replaceAll(/[\s-]/g, '').toUpperCase()
  return shape.test(token) ? token : undefined
}

/** The SHA-256 of a text in hexadecimal digits: a lease knows the codes of its people by it. */
export async function hashText(text: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
