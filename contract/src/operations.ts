import { z } from 'zod'
import * as accounts from './accounts.ts'
import { id, page } from './common.ts'
import * as events from './events.ts'
import * as ledger from './ledger.ts'
import * as live from './live.ts'
import * as options from './options.ts'
import type { ProblemCode } from './problems.ts'
import * as registrations from './registrations.ts'
import * as slots from './slots.ts'

/**
 * Every operation of the API: its name, what comes in, what goes out, and which refusals it knows beside those that
 * any request can meet. The OpenAPI document is generated from here.
 */
type Operation = {
  operationId: string
  tags: [string]
  summary: string
  description?: string
  params?: z.ZodType
  querystring?: z.ZodType
  body?: z.ZodType
  response: Record<number, z.ZodType>
  /** What the answer is where it is not JSON. */
  mediaType?: string
  refusals: readonly ProblemCode[]
}

const nothing = z.null().describe('Done; there is nothing to say')
const list = <Item extends z.ZodType>(item: Item) => z.array(item)
const paged = 'X-Total-Count says how many there are, X-Next-Cursor and Link where the next page begins.'

const countedSoFar =
  'Of what has no counter at most 10,000 are counted: where a filter finds more, X-Total-Count is 10000 and ' +
  'X-Total-Count-Relation is at-least; everywhere else it is exact.'

export const operations = {
  // Tenants, by the operator -----------------------------------------------------------------------------------------
  createTenant: {
    operationId: 'createTenant',
    tags: ['operator'],
    summary: 'Create a tenant',
    body: accounts.tenantInput,
    response: { 201: accounts.tenant },
    refusals: [],
  },
  listTenants: {
    operationId: 'listTenants',
    tags: ['operator'],
    summary: 'List tenants',
    description: paged,
    querystring: page,
    response: { 200: list(accounts.tenant) },
    refusals: [],
  },
  suspendTenant: {
    operationId: 'suspendTenant',
    tags: ['operator'],
    summary: 'Suspend a tenant, or let it go on',
    params: accounts.tenantParams,
    body: accounts.tenantSuspension,
    response: { 200: accounts.tenant },
    refusals: ['TENANT_NOT_FOUND'],
  },
  createTenantUser: {
    operationId: 'createTenantUser',
    tags: ['operator'],
    summary: 'Add a person to a tenant',
    params: accounts.tenantParams,
    body: accounts.userInput,
    response: { 201: accounts.user },
    refusals: ['TENANT_NOT_FOUND', 'NAME_TAKEN'],
  },
  createTenantApiKey: {
    operationId: 'createTenantApiKey',
    tags: ['operator'],
    summary: 'Make an API key for a person of a tenant',
    params: accounts.tenantParams,
    body: accounts.apiKeyInput,
    response: { 201: accounts.newApiKey },
    refusals: ['TENANT_NOT_FOUND', 'USER_NOT_FOUND'],
  },
  createTenantSignInLink: {
    operationId: 'createTenantSignInLink',
    tags: ['operator'],
    summary: 'Make a one-time sign-in link for a person of a tenant',
    params: accounts.tenantParams.extend({ user_id: id }),
    response: { 201: accounts.signInLink },
    refusals: ['TENANT_NOT_FOUND', 'USER_NOT_FOUND'],
  },

  // The tenant, by its owner -----------------------------------------------------------------------------------------
  getTenant: {
    operationId: 'getTenant',
    tags: ['tenant'],
    summary: "The tenant's settings",
    response: { 200: accounts.tenant },
    refusals: [],
  },
  updateTenant: {
    operationId: 'updateTenant',
    tags: ['tenant'],
    summary: "Change the tenant's settings",
    description: 'Currency and time zone are what new events begin with; those there are keep theirs.',
    body: accounts.tenantPatch,
    response: { 200: accounts.tenant },
    refusals: [],
  },
  listUsers: {
    operationId: 'listUsers',
    tags: ['tenant'],
    summary: 'List people',
    description: paged,
    querystring: accounts.userQuery,
    response: { 200: list(accounts.user) },
    refusals: [],
  },
  createUser: {
    operationId: 'createUser',
    tags: ['tenant'],
    summary: 'Add a person',
    body: accounts.userInput,
    response: { 201: accounts.user },
    refusals: ['NAME_TAKEN'],
  },
  updateUser: {
    operationId: 'updateUser',
    tags: ['tenant'],
    summary: 'Change a person: name, role, department, or whether they may come in',
    params: accounts.userParams,
    body: accounts.userPatch,
    response: { 200: accounts.user },
    refusals: ['USER_NOT_FOUND', 'LAST_OWNER'],
  },
  createSignInLink: {
    operationId: 'createSignInLink',
    tags: ['tenant'],
    summary: 'Make a one-time sign-in link for a person',
    params: accounts.userParams,
    response: { 201: accounts.signInLink },
    refusals: ['USER_NOT_FOUND'],
  },
  listApiKeys: {
    operationId: 'listApiKeys',
    tags: ['tenant'],
    summary: 'List API keys',
    description: paged,
    querystring: page,
    response: { 200: list(accounts.apiKey) },
    refusals: [],
  },
  createApiKey: {
    operationId: 'createApiKey',
    tags: ['tenant'],
    summary: 'Make an API key, which acts as its person',
    body: accounts.apiKeyInput,
    response: { 201: accounts.newApiKey },
    refusals: ['USER_NOT_FOUND'],
  },
  revokeApiKey: {
    operationId: 'revokeApiKey',
    tags: ['tenant'],
    summary: 'Revoke an API key',
    params: accounts.apiKeyParams,
    response: { 204: nothing },
    refusals: ['API_KEY_NOT_FOUND'],
  },
  listTenantAudit: {
    operationId: 'listTenantAudit',
    tags: ['tenant'],
    summary: "The audit trail of what belongs to no event: people, keys, the tenant's settings",
    description: `${paged} ${countedSoFar}`,
    querystring: ledger.auditQuery,
    response: { 200: list(ledger.auditEntry) },
    refusals: [],
  },

  // Oneself ----------------------------------------------------------------------------------------------------------
  getMe: {
    operationId: 'getMe',
    tags: ['me'],
    summary: 'Who am I, where, and what may I do?',
    response: { 200: accounts.me },
    refusals: [],
  },
  getProfile: {
    operationId: 'getProfile',
    tags: ['me'],
    summary: 'How I like the screens',
    response: { 200: accounts.profile },
    refusals: [],
  },
  updateProfile: {
    operationId: 'updateProfile',
    tags: ['me'],
    summary: 'Say how I like the screens: only the fields sent are changed',
    body: accounts.profilePatch,
    response: { 200: accounts.profile },
    refusals: [],
  },
  listMyRegistrations: {
    operationId: 'listMyRegistrations',
    tags: ['me'],
    summary: 'My registrations, in all events',
    description: paged,
    querystring: page,
    response: { 200: list(registrations.registration) },
    refusals: [],
  },
  signIn: {
    operationId: 'signIn',
    tags: ['me'],
    summary: 'Sign in with e-mail and password',
    description: 'Sets a session cookie. Whoever belongs to several tenants says which.',
    body: accounts.signInInput,
    response: { 200: accounts.me },
    refusals: ['UNAUTHENTICATED', 'TENANT_REQUIRED', 'TENANT_SUSPENDED', 'CROSS_SITE'],
  },
  signInByLink: {
    operationId: 'signInByLink',
    tags: ['me'],
    summary: 'Sign in with a one-time code, and choose a password',
    body: accounts.useSignInLink,
    response: { 200: accounts.me },
    refusals: ['LINK_INVALID', 'TENANT_SUSPENDED', 'CROSS_SITE'],
  },
  changePassword: {
    operationId: 'changePassword',
    tags: ['me'],
    summary: 'Change my password; every other session ends',
    body: accounts.passwordChange,
    response: { 204: nothing },
    refusals: ['UNAUTHENTICATED'],
  },
  signOut: {
    operationId: 'signOut',
    tags: ['me'],
    summary: 'Sign out here',
    response: { 204: nothing },
    refusals: [],
  },
  signOutEverywhere: {
    operationId: 'signOutEverywhere',
    tags: ['me'],
    summary: 'Sign out everywhere',
    response: { 204: nothing },
    refusals: [],
  },

  // Events -----------------------------------------------------------------------------------------------------------
  createEvent: {
    operationId: 'createEvent',
    tags: ['events'],
    summary: 'Create an event with its budget',
    body: events.eventInput,
    response: { 201: events.event },
    refusals: ['NAME_TAKEN'],
  },
  listEvents: {
    operationId: 'listEvents',
    tags: ['events'],
    summary: 'List events',
    description: paged,
    querystring: events.eventQuery,
    response: { 200: list(events.event) },
    refusals: [],
  },
  getEvent: {
    operationId: 'getEvent',
    tags: ['events'],
    summary: 'One event with its options',
    description: 'The ETag is its version: send it as If-Match with a change, so that nobody is overwritten unseen.',
    params: events.eventParams,
    response: { 200: events.event },
    refusals: ['EVENT_NOT_FOUND'],
  },
  updateEvent: {
    operationId: 'updateEvent',
    tags: ['events'],
    summary: 'Change an event: only the fields sent',
    params: events.eventParams,
    body: events.eventPatch,
    response: { 200: events.event },
    refusals: ['EVENT_NOT_FOUND', 'BUDGET_OVERCOMMITTED', 'SLOT_OVERCOMMITTED', 'NAME_TAKEN', 'STALE'],
  },
  archiveEvent: {
    operationId: 'archiveEvent',
    tags: ['events'],
    summary: 'Archive an event; nothing is lost',
    params: events.eventParams,
    response: { 204: nothing },
    refusals: ['EVENT_NOT_FOUND', 'STALE'],
  },
  getBudgetVariance: {
    operationId: 'getBudgetVariance',
    tags: ['events'],
    summary: 'The budget against what is committed of it',
    params: events.eventParams,
    response: { 200: events.variance },
    refusals: ['EVENT_NOT_FOUND'],
  },

  streamEvent: {
    operationId: 'streamEvent',
    tags: ['events'],
    summary: 'What happens in the event, as it happens (server-sent events)',
    description:
      'Messages: `counters` is what is left now, at the beginning and at most about four times a second; `change` is one entry of ' +
      'the audit trail, for those who see registrations; `reset` says to read everything anew. The id of a message is the number ' +
      'of an audit entry: sent as Last-Event-ID, as browsers do by themselves, what was missed since comes first. A comment every ' +
      '15 seconds says that the line is open.',
    params: events.eventParams,
    response: { 200: z.union([live.liveChange, live.liveCounters, live.liveAvailability, live.liveReset]) },
    mediaType: 'text/event-stream',
    refusals: ['EVENT_NOT_FOUND'],
  },

  // Options ----------------------------------------------------------------------------------------------------------
  createOption: {
    operationId: 'createOption',
    tags: ['options'],
    summary: 'Add an option to an event',
    params: events.eventParams,
    body: options.optionInput,
    response: { 201: options.option },
    refusals: ['EVENT_NOT_FOUND', 'TOO_MANY'],
  },
  listOptions: {
    operationId: 'listOptions',
    tags: ['options'],
    summary: "List an event's options",
    description: paged,
    params: events.eventParams,
    querystring: page,
    response: { 200: list(options.option) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  updateOption: {
    operationId: 'updateOption',
    tags: ['options'],
    summary: 'Change an option: only the fields sent',
    description: 'A new price is for those who ask from now on; what is asked already keeps its amount.',
    params: options.optionParams,
    body: options.optionPatch,
    response: { 200: options.option },
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND', 'OPTION_OVERCOMMITTED'],
  },
  archiveOption: {
    operationId: 'archiveOption',
    tags: ['options'],
    summary: 'Archive an option; those who have it keep it',
    params: options.optionParams,
    response: { 204: nothing },
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND'],
  },

  // Pickup slots -----------------------------------------------------------------------------------------------------
  createSlot: {
    operationId: 'createSlot',
    tags: ['slots'],
    summary: 'Define a pickup slot',
    description: 'Once an event defines slots, only those exist; before, any label a person proposes is one.',
    params: events.eventParams,
    body: slots.slotInput,
    response: { 201: slots.slot },
    refusals: ['EVENT_NOT_FOUND', 'NAME_TAKEN', 'TOO_MANY', 'SLOT_OVERCOMMITTED'],
  },
  listSlots: {
    operationId: 'listSlots',
    tags: ['slots'],
    summary: "List an event's pickup slots, with how many they still take",
    description: paged,
    params: events.eventParams,
    querystring: page,
    response: { 200: list(slots.slot) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  updateSlot: {
    operationId: 'updateSlot',
    tags: ['slots'],
    summary: 'Change a pickup slot: only the fields sent',
    params: slots.slotParams,
    body: slots.slotPatch,
    response: { 200: slots.slot },
    refusals: ['EVENT_NOT_FOUND', 'SLOT_NOT_FOUND', 'SLOT_OVERCOMMITTED', 'NAME_TAKEN'],
  },
  archiveSlot: {
    operationId: 'archiveSlot',
    tags: ['slots'],
    summary: 'Remove a pickup slot that nobody holds or asks for',
    params: slots.slotParams,
    response: { 204: nothing },
    refusals: ['EVENT_NOT_FOUND', 'SLOT_NOT_FOUND', 'SLOT_IN_USE'],
  },

  // Registrations ----------------------------------------------------------------------------------------------------
  register: {
    operationId: 'register',
    tags: ['registrations'],
    summary: 'Ask for an option of an event',
    description: 'Creates a PENDING registration at the price of today. Nothing is taken from the budget yet.',
    params: events.eventParams,
    body: registrations.registerInput,
    response: { 201: registrations.registration },
    refusals: [
      'EVENT_NOT_FOUND',
      'OPTION_NOT_FOUND',
      'USER_NOT_FOUND',
      'REGISTRATION_CLOSED',
      'BUDGET_EXHAUSTED',
      'INVENTORY_EXHAUSTED',
      'SLOT_CONFLICT',
      'ALREADY_REGISTERED',
      'OPTION_ARCHIVED',
    ],
  },
  listRegistrations: {
    operationId: 'listRegistrations',
    tags: ['registrations'],
    summary: "List an event's registrations",
    description: `${paged} ${countedSoFar}`,
    params: events.eventParams,
    querystring: registrations.registrationQuery,
    response: { 200: list(registrations.registration) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getRegistrationFacets: {
    operationId: 'getRegistrationFacets',
    tags: ['registrations'],
    summary: 'How many registrations there are of each kind',
    description:
      'Takes the filters of the list. Each kind is counted under all of them but its own, so that what else could be chosen ' +
      'is counted too; `total` is under all of them. At most 200 of a kind, those with the most first.',
    params: events.eventParams,
    querystring: registrations.facetQuery,
    response: { 200: registrations.registrationFacets },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getRegistration: {
    operationId: 'getRegistration',
    tags: ['registrations'],
    summary: 'One registration',
    params: registrations.registrationParams,
    response: { 200: registrations.registration },
    refusals: ['EVENT_NOT_FOUND', 'REGISTRATION_NOT_FOUND'],
  },
  decideRegistration: {
    operationId: 'decideRegistration',
    tags: ['registrations'],
    summary: 'Approve, reject or cancel a registration, or give it another slot',
    description:
      'Approving commits money, stock and slot in one step; rejecting or cancelling what was approved gives all three back. ' +
      'Repeating a decision that holds already changes nothing and answers 200. With `preferred_pickup_slot` alone, people ' +
      'change the slot of their own registration: while it is pending and registration is open, the one they prefer; once it ' +
      "is approved and until the event's day begins, the one they have.",
    params: registrations.registrationParams,
    body: registrations.registrationPatch,
    response: { 200: registrations.registration },
    refusals: [
      'EVENT_NOT_FOUND',
      'REGISTRATION_NOT_FOUND',
      'BUDGET_EXHAUSTED',
      'INVENTORY_EXHAUSTED',
      'SLOT_CONFLICT',
      'INVALID_TRANSITION',
      'OWN_REGISTRATION',
      'REGISTRATION_CLOSED',
      'SLOT_FIXED',
    ],
  },
  checkConflicts: {
    operationId: 'checkConflicts',
    tags: ['registrations'],
    summary: 'Would it work? Every conflict that asking would meet now; creates nothing',
    params: events.eventParams,
    body: registrations.conflictQuestion,
    response: { 200: registrations.conflictAnswer },
    refusals: ['EVENT_NOT_FOUND', 'OPTION_NOT_FOUND'],
  },

  // Proof ------------------------------------------------------------------------------------------------------------
  listLedger: {
    operationId: 'listLedger',
    tags: ['proof'],
    summary: "The event's budget history: what was committed and released",
    description: `${paged} ${countedSoFar}`,
    params: events.eventParams,
    querystring: ledger.ledgerQuery,
    response: { 200: list(ledger.ledgerEntry) },
    refusals: ['EVENT_NOT_FOUND'],
  },
  getBudgetHistory: {
    operationId: 'getBudgetHistory',
    tags: ['proof'],
    summary: "The event's money at the end of each day: budget, committed, requested",
    params: events.eventParams,
    querystring: ledger.historyQuery,
    response: { 200: ledger.budgetHistory },
    refusals: ['EVENT_NOT_FOUND'],
  },
  verifyLedger: {
    operationId: 'verifyLedger',
    tags: ['proof'],
    summary: 'Recompute every counter, sum and chain of the event',
    params: events.eventParams,
    response: { 200: ledger.ledgerVerification },
    refusals: ['EVENT_NOT_FOUND'],
  },
  listAudit: {
    operationId: 'listAudit',
    tags: ['proof'],
    summary: 'Who changed what in the event, and when',
    description: `${paged} ${countedSoFar}`,
    params: events.eventParams,
    querystring: ledger.auditQuery,
    response: { 200: list(ledger.auditEntry) },
    refusals: ['EVENT_NOT_FOUND'],
  },
} as const satisfies Record<string, Operation>
