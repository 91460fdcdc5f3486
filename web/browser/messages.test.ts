import { beforeAll, expect, inject, test } from 'vitest'
import { askPostgres } from '../../server/src/testing/server-process.ts'
import { paths } from '../src/paths.ts'
import { givenEvent, givenTenant, sure } from './testing/given.ts'
import type { GivenEvent, Tenant } from './testing/given.ts'
import { story } from './testing/story.ts'

let tenant: Tenant
let event: GivenEvent
beforeAll(async () => {
  tenant = await givenTenant()
  event = await givenEvent(tenant)
})

test(
  'words of an event are changed with a preview beside them, and a placeholder nobody knows is told at its place',
  story(async ({ open }) => {
    const page = await open(tenant.organizer, `${paths.eventMessages(event.id)}?kind=registration_received&lang=en`)
    const [subject, text] = [page.getByLabel('Subject', { exact: true }), page.getByLabel('Text', { exact: true })]
    const save = page.getByRole('button', { name: 'Save these words' })
    await subject.fill('Got it, {{person.nme}}')
    await page.getByText('{{person.nme}} is not known here. Take one of those below.').waitFor()
    expect(await save.isDisabled()).toBe(true)

    await subject.fill('Got it, ')
    await page.getByRole('button', { name: /^Insert person\.name/ }).click()
    expect(await subject.inputValue()).toBe('Got it, {{person.name}}')
    await text.fill('Thank you <b>very</b> much.')
    const preview = page.getByRole('region', { name: 'How it looks' })
    await preview.getByText(`Got it, ${tenant.organizer.name}`).waitFor()
    const frame = preview.frameLocator('iframe')
    await frame.getByText('Thank you <b>very</b> much.').waitFor()
    expect(await preview.locator('iframe').getAttribute('sandbox')).toBe('')

    await save.click()
    await page.getByText(/^Words of this event, changed/).waitFor()
    await page.getByRole('button', { name: 'Go back to the words before' }).click()
    await page.getByText('Words of Allot').first().waitFor()
    expect(await subject.inputValue()).toContain('{{option.name}}')
  }),
)

test(
  'without a mail server the outbox says so, and shows what it would send',
  story(async ({ open }) => {
    const ann = await tenant.add('member', 'Ann Lind')
    await event.approve(await event.ask(ann))
    const written = async () => JSON.stringify((await tenant.owner.get('/outbox?channel=mail')).body)
    await expect.poll(written, { timeout: 30_000 }).toContain('Ann Lind')
    const page = await open(tenant.owner, paths.outbox)
    await page.getByText('There is no mail server.').waitFor()
    await page.getByLabel('Channel').selectOption('Mail')
    await page.getByRole('button', { name: 'Open Request approved to Ann Lind' }).click()
    const panel = page.getByRole('dialog')
    await panel.frameLocator('iframe').getByText('Hello Ann Lind,').waitFor()
    expect(new URL(page.url()).searchParams.get('channel')).toBe('mail')
  }),
)

test(
  'a batch that failed says where it stopped, and goes on from there',
  story(async ({ open }) => {
    const ids = [await event.ask(await tenant.add('member')), await event.ask(await tenant.add('member'))]
    const body = { action: 'approve', registration_ids: ids, mode: 'best_effort' }
    const job = await sure(
      tenant.organizer.post(`${event.path}/registrations/batch`, body, { prefer: 'respond-async' }),
    )
    const stateOf = async () => String((await tenant.owner.get(`/jobs/${String(job.id)}`)).body.status)
    await expect.poll(stateOf, { timeout: 15_000 }).toBe('DONE')
    // As after a server that gave up on it before the first step.
    const { dataFolder } = inject('stage')
    const problem = JSON.stringify({ code: 'INTERNAL', detail: 'Something went wrong on our side.' })
    await askPostgres(dataFolder, 'delete from job_rows where job_id = $1', [job.id])
    await askPostgres(
      dataFolder,
      "update jobs set status = 'FAILED', done = 0, changed = 0, refused = 0, summary = null, problem = $2 where id = $1",
      [job.id, problem],
    )

    const page = await open(tenant.owner, paths.outbox)
    await page.getByText(`A batch of ${tenant.organizer.name} stopped after 0 of 2.`).waitFor()
    await page.getByRole('button', { name: 'Let it go on' }).click()
    await expect.poll(stateOf, { timeout: 15_000 }).toBe('DONE')
    await expect.poll(() => page.getByText('stopped after').count(), { timeout: 15_000 }).toBe(0)
  }),
)

test(
  'one chooses what one gets; what one must get is locked',
  story(async ({ open }) => {
    const page = await open(tenant.member, paths.profile)
    const mail = (kind: string) => page.getByRole('checkbox', { name: `${kind}: Mail` })
    await mail('Request received').uncheck()
    expect(await mail('Request approved').isDisabled()).toBe(true)
    const settings = async () => JSON.stringify((await tenant.member.get('/me/notification-settings')).body)
    await expect.poll(settings, { timeout: 15_000 }).toContain('{"kind":"registration_received","mail":false')
    await page.reload()
    await expect.poll(() => mail('Request received').isChecked(), { timeout: 15_000 }).toBe(false)
  }),
)

test(
  'an endpoint shows its secret once, and is refused where it is not public',
  story(
    async ({ open }) => {
      const page = await open(tenant.owner, paths.webhooks)
      await page.getByRole('button', { name: 'Add an endpoint' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('Address').fill('https://127.0.0.1/hooks')
      await dialog.getByRole('button', { name: 'Add this endpoint' }).click()
      await dialog.locator('[aria-invalid="true"]').waitFor()

      // An address that is public and never asked: nothing of the kind chosen happens here.
      await dialog.getByLabel('Address').fill('https://8.8.8.8/hooks')
      await dialog.getByRole('checkbox', { name: 'Registrations: All of them' }).uncheck()
      await dialog.getByText('Choose at least one.').waitFor()
      await dialog.getByRole('group', { name: 'Pickup slots' }).getByRole('checkbox', { name: 'archived' }).check()
      await dialog.getByRole('button', { name: 'Add this endpoint' }).click()
      const secret = page.getByRole('textbox', { name: 'The secret of this endpoint' })
      expect(await secret.inputValue()).toMatch(/^whsec_/)
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()

      await page.getByRole('link', { name: 'Open https://8.8.8.8/hooks' }).click()
      await page.getByRole('button', { name: 'Pause' }).click()
      await page.getByText('Paused').first().waitFor()
      await page.getByRole('button', { name: 'Make a new secret' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Make a new secret' }).click()
      await secret.waitFor()
      await page
        .getByText(/carry a signature with the secret before as well/)
        .first()
        .waitFor()
    },
    { refusals: [422] },
  ),
)
