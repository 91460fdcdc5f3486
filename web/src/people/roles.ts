import type { Schema } from '../api.ts'

export type Role = Schema<'User'>['role']
export const roles = ['member', 'approver', 'organizer', 'desk', 'auditor', 'owner'] as const satisfies Role[]

/** Where the server's refusal belongs: by the field it names. */
export function refusalOf(errors: { path: string; message: string }[] | undefined, field: string): string | undefined {
  return errors?.find(({ path }) => path === `body.${field}`)?.message
}
