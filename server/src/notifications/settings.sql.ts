import type { EventNoticeSettingsView, Language } from '@allot/contract'
import type { EventKey } from '../events/books.sql.ts'
import type { Tx } from '../platform/database.ts'

export type TenantSettings = { language: Language; reply_to: string | null; is_mail_paused: boolean }

/** What holds where nobody said anything; the same as the defaults of the tables. */
const tenantDefaults: TenantSettings = { language: 'en', reply_to: null, is_mail_paused: false }
const eventDefaults: EventNoticeSettingsView = {
  event_reminder_hours: 24,
  pickup_reminder_hours: 2,
  promised_days: 5,
  budget_threshold_percent: 90,
}

export async function findTenantSettings(tx: Tx, tenantId: string): Promise<TenantSettings> {
  const [row] = await tx.query<TenantSettings>(
    'select language, reply_to, is_mail_paused from tenant_notice_settings where tenant_id = $1',
    [tenantId],
  )
  return row ?? tenantDefaults
}

/** Keeps all mail of a tenant back: whom an example is about must not get any. */
export async function pauseMail(tx: Tx, tenantId: string): Promise<void> {
  await saveTenantSettings(tx, tenantId, { ...tenantDefaults, is_mail_paused: true })
}

export async function saveTenantSettings(tx: Tx, tenantId: string, settings: TenantSettings): Promise<void> {
  await tx.query(
    `insert into tenant_notice_settings (tenant_id, language, reply_to, is_mail_paused) values ($1, $2, $3, $4)
     on conflict (tenant_id) do update
        set language = excluded.language, reply_to = excluded.reply_to, is_mail_paused = excluded.is_mail_paused`,
    [tenantId, settings.language, settings.reply_to, settings.is_mail_paused],
  )
}

export async function findEventSettings(tx: Tx, { tenantId, eventId }: EventKey): Promise<EventNoticeSettingsView> {
  const [row] = await tx.query<EventNoticeSettingsView>(
    `select event_reminder_hours, pickup_reminder_hours, promised_days, budget_threshold_percent
       from event_notice_settings where tenant_id = $1 and event_id = $2`,
    [tenantId, eventId],
  )
  return row ?? eventDefaults
}

/** A threshold that is changed is looked at anew: whether the other one was told says nothing of this one. */
export async function saveEventSettings(
  tx: Tx,
  { tenantId, eventId }: EventKey,
  settings: EventNoticeSettingsView,
): Promise<void> {
  await tx.query(
    `insert into event_notice_settings as s (tenant_id, event_id, event_reminder_hours, pickup_reminder_hours, promised_days,
       budget_threshold_percent)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, event_id) do update
        set event_reminder_hours = excluded.event_reminder_hours, pickup_reminder_hours = excluded.pickup_reminder_hours,
            promised_days = excluded.promised_days, budget_threshold_percent = excluded.budget_threshold_percent,
            is_threshold_told = s.is_threshold_told
              and s.budget_threshold_percent is not distinct from excluded.budget_threshold_percent`,
    [
      tenantId,
      eventId,
      settings.event_reminder_hours,
      settings.pickup_reminder_hours,
      settings.promised_days,
      settings.budget_threshold_percent,
    ],
  )
}
