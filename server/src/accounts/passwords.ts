import { Problem, invalid } from '../platform/problem.ts'
import { commonPasswords } from './common-passwords.ts'

export const PASSWORD_LENGTH = { least: 10, most: 128 }

/** A local part shorter than this stands in too many words to say anything. */
const LEAST_TELLING = 3
const LEAST_DIFFERENT = 4

/**
 * Refuses a password that others would think of at once. Length is what counts otherwise: no rule about signs and
 * digits, which only lead to "Password1!" (NIST SP 800-63B-4, 3.1.1.2).
 *
 * @param field where the password stands in the body, for the refusal
 */
export function checkPassword(password: string, email: string, field: string): void {
  const plain = password.normalize('NFKC').toLowerCase()
  const [localPart = ''] = email.toLowerCase().split('@')
  const refuse = (why: string) => invalid(`body.${field}`, why)
  if (commonPasswords.has(plain)) throw refuse('is one of the passwords everybody tries first')
  if (new Set(plain).size < LEAST_DIFFERENT) throw refuse('repeats the same few signs')
  const saysWho = localPart.length >= LEAST_TELLING && plain.includes(localPart)
  if (saysWho) throw refuse('must not contain your e-mail address')
}

/**
 * Lets only so much work be done at once, and only so much wait for it: hashing takes a tenth of a second of one of
 * the four threads that Node reads files and looks up names with.
 */
export function createTurns(atOnce: number, mostWaiting: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = atOnce
  return async (work) => {
    if (free > 0) free -= 1
    else if (waiting.length < mostWaiting) await new Promise<void>((resolve) => waiting.push(resolve))
    else throw new Problem('BUSY', 'Too many people are signing in at once. Trying again is safe.', {}, 2)
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
