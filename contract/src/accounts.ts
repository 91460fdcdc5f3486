import { z } from 'zod'
import * as examples from './examples.ts'
import * as signInExamples from './sign-in-examples.ts'
import { currency, timezone } from './events.ts'
import { id, instant, page, role, text } from './common.ts'

export const tenantInput = z
  .strictObject({ name: text(200), currency: currency.default('EUR'), timezone: timezone.default('UTC') })
  .meta({ id: 'NewTenant', examples: [examples.newTenant] })

export const tenantPatch = z
  .strictObject({ name: text(200), currency, timezone })
  .partial()
  .meta({ id: 'TenantChange', examples: [examples.tenantChange] })

export const tenantSuspension = z
  .strictObject({ is_active: z.boolean() })
  .meta({ id: 'TenantSuspension', examples: [examples.tenantSuspension] })

export const tenant = z
  .object({
    id,
    name: z.string(),
    currency: z.string(),
    timezone: z.string(),
    is_active: z.boolean(),
    created_at: instant,
  })
  .meta({ id: 'Tenant', examples: [examples.tenant] })
export type TenantView = z.infer<typeof tenant>

export const tenantParams = z.strictObject({ tenant_id: id })

const email = z.email('must be an e-mail address').max(320).meta({ example: 'ines@example.org' })

export const userInput = z
  .strictObject({ email, name: text(200), role, department: z.string().trim().max(200).nullish() })
  .meta({ id: 'NewUser', examples: [examples.newUser] })

export const userPatch = z
  .strictObject({ name: text(200), role, department: z.string().trim().max(200).nullable(), is_active: z.boolean() })
  .partial()
  .meta({ id: 'UserChange', examples: [examples.userChange] })

export const user = z
  .object({
    id,
    email: z.string(),
    name: z.string(),
    role,
    department: z.string().nullable(),
    is_active: z.boolean(),
    created_at: instant,
  })
  .meta({ id: 'User', examples: [examples.user] })
export type UserView = z.infer<typeof user>

export const userParams = z.strictObject({ user_id: id })
export const userQuery = page.extend({ q: z.string().trim().max(200).optional() })

export const profile = z
  .object({
    language: z.enum(['en', 'de']).nullable().meta({ description: 'null is whatever the browser asks for' }),
    theme: z.enum(['light', 'dark', 'auto']),
    single_letter_keys: z.boolean().meta({ description: 'Whether keys without Ctrl or ⌘ do something (WCAG 2.1.4)' }),
  })
  .meta({ id: 'Profile', examples: [examples.profile], description: 'How somebody likes the screens' })
export type ProfileView = z.infer<typeof profile>

export const profilePatch = z
  .strictObject(profile.shape)
  .partial()
  .meta({ id: 'ProfileChange', examples: [examples.profileChange] })

export const me = z
  .object({ user, tenant, permissions: z.array(z.string()), profile })
  .meta({ id: 'Me', examples: [examples.me], description: 'Who is asking, where, and what they may do there' })

export const apiKeyInput = z
  .strictObject({
    user_id: id,
    name: text(200),
    expires_at: instant.nullish(),
    rate_limit_per_minute: z.int().min(1).max(1_000_000).nullish(),
  })
  .meta({ id: 'ApiKeyRequest', examples: [examples.apiKeyRequest] })

export const apiKey = z
  .object({
    id,
    user_id: id,
    user_name: z.string(),
    name: z.string(),
    rate_limit_per_minute: z.int().nullable(),
    created_at: instant,
    expires_at: instant.nullable(),
    revoked_at: instant.nullable(),
  })
  .meta({ id: 'ApiKey', examples: [examples.apiKey] })
export type ApiKeyView = z.infer<typeof apiKey>

export const newApiKey = apiKey
  .extend({ key: z.string().meta({ description: 'Shown this once; send it as Authorization: Bearer' }) })
  .meta({ id: 'NewApiKey', examples: [examples.newApiKey] })

export type NewApiKeyView = z.infer<typeof newApiKey>

export const apiKeyParams = z.strictObject({ key_id: id })

const password = z.string().min(10, 'must have at least 10 characters').max(128)

export const signInInput = z
  .strictObject({ email, password: z.string().min(1).max(128), tenant_id: id.optional() })
  .meta({ id: 'SignIn', examples: [signInExamples.signIn] })

export const signInLink = z
  .object({ url: z.string(), code: z.string(), expires_at: instant })
  .meta({ id: 'SignInLink', examples: [signInExamples.signInLink], description: 'Works once; shown this once' })

export const useSignInLink = z.strictObject({ code: z.string().min(20).max(200), password: password.optional() }).meta({
  id: 'UseSignInLink',
  examples: [signInExamples.useSignInLink],
  description: 'With a password, that becomes the one to sign in with from now on',
})

export const signInLinkRequest = z
  .strictObject({ email })
  .meta({ id: 'SignInLinkRequest', examples: [examples.signInLinkRequest] })

export const passwordChange = z
  .strictObject({ current_password: z.string().min(1).max(128), new_password: password })
  .meta({ id: 'PasswordChange', examples: [signInExamples.passwordChange] })
