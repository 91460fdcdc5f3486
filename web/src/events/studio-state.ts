import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ApiError } from '../api.ts'
import { loadedQuery } from './load-event.ts'
import { useLanguage } from '../words.ts'
import { checkDraft } from './check-draft.ts'
import { differencesOf, mergeDrafts } from './differences.ts'
import type { Choice, Difference } from './differences.ts'
import { changedFields, isChanged } from './draft.ts'
import type { Draft, EventFields, FieldName, Row } from './draft.ts'
import { createIntents } from './intents.ts'
import type { Loaded } from './load-event.ts'
import { RowError, baseOf, createDraft, saveDraft } from './save-draft.ts'
import type { Base } from './save-draft.ts'
import { keepTakeUps, keepUnsent, readTakeUps, readUnsent } from './unsent.ts'

export type Studio = ReturnType<typeof useStudio>

type Start = { studioKey: string; loaded: Loaded | null; draft: Draft }

/** The form of an event: what it began with, what is typed, and the way to the server and back. */
export function useStudio({ studioKey, loaded, draft: first }: Start) {
  const language = useLanguage()
  const client = useQueryClient()
  const [unsent] = useState(() => readUnsent(studioKey))
  const [base, setBase] = useState<Base | null>(() => unsent?.base ?? (loaded && baseOf(loaded)))
  const [draft, setDraft] = useState<Draft>(() => unsent?.draft ?? first)
  const [isBack, setBack] = useState(unsent !== undefined)
  const [touched, setTouched] = useState<readonly string[]>([])
  const [hasTried, setTried] = useState(false)
  const [refusals, setRefusals] = useState<Record<string, string>>({})
  const [stale, setStale] = useState<{ theirs: Base; differences: Difference[] } | null>(null)
  const [takeUps, setTakeUps] = useState(() => readTakeUps(studioKey))
  const once = useRef(createIntents()).current

  const blank = useRef(first).current
  const isDirty = base === null ? JSON.stringify(draft) !== JSON.stringify(blank) : isChanged(base.draft, draft)
  useEffect(() => keepUnsent(studioKey, isDirty ? { base, draft } : undefined), [studioKey, isDirty, base, draft])
  useEffect(() => keepTakeUps(studioKey, takeUps), [studioKey, takeUps])

  const adopt = (next: Base, mine: Draft) => {
    setBase(next)
    setDraft(mine)
    // A guess about a new row goes on with the id it has got.
    setTakeUps((known) => {
      const named = mine.rows.filter(({ id, key }) => id !== null && id !== key && known[key] !== undefined)
      return named.length === 0
        ? known
        : { ...known, ...Object.fromEntries(named.map(({ id, key }) => [id, known[key] ?? 100])) }
    })
  }
  // Nothing typed: what somebody else changes simply shows.
  useEffect(() => {
    if (
      loaded &&
      base &&
      !isDirty &&
      loaded.version !== base.version &&
      loaded.event.updated_at >= base.event.updated_at
    ) {
      adopt(baseOf(loaded), baseOf(loaded).draft)
    }
  }, [loaded, base, isDirty])

  const wrongs = useMemo(() => checkDraft(draft, language), [draft, language])

  const saving = useMutation({
    mutationFn: async ({
      from,
      mine,
    }: {
      from: Base | null
      mine: Draft
    }): Promise<{ base: Base; isWhole: boolean }> => {
      let latest = from
      const context = {
        language,
        once,
        onSaved: (next: Base, now: Draft) => {
          latest = next
          adopt(next, now)
        },
      }
      let wanted = mine
      if (latest === null) {
        const created = await createDraft(mine.fields, context)
        wanted = { fields: created.draft.fields, rows: mine.rows }
        // From here on it belongs to the event: should an option be refused, the rest waits there.
        keepUnsent(studioKey, undefined)
        keepUnsent(created.event.id, { base: created, draft: wanted })
        keepTakeUps(created.event.id, takeUps)
        latest = created
      }
      const id = latest.event.id
      const onSaved =
        from === null ? (next: Base, now: Draft) => keepUnsent(id, { base: next, draft: now }) : context.onSaved
      try {
        const saved = await saveDraft(latest, wanted, {
          ...context,
          onSaved: (next, now) => ((latest = next), onSaved(next, now)),
        })
        if (saved.kind === 'changed')
          setStale({ theirs: saved.theirs, differences: differencesOf(latest.draft, saved.theirs.draft, wanted) })
        if (from === null) keepUnsent(id, undefined)
        return { base: latest, isWhole: saved.kind === 'saved' }
      } catch (error) {
        // The event is there; what was refused is asked for on its own page.
        if (from === null) return { base: latest, isWhole: false }
        throw error
      }
    },
    onMutate: () => setRefusals({}),
    onError: (error) => setRefusals(refusalsOf(error)),
    onSuccess: ({ base: saved, isWhole }) => {
      if (isWhole) {
        setTried(false)
        setTouched([])
        setBack(false)
      }
      client.setQueryData(loadedQuery(saved.event.id).queryKey, { event: saved.event, version: saved.version })
      void client.invalidateQueries({ queryKey: ['events'] })
      void client.invalidateQueries({ queryKey: ['event', saved.event.id] })
    },
  })

  const forget = (at: string) => {
    setRefusals(({ [at]: _gone, ...others }) => others)
  }
  const save = (after?: (saved: Base) => void) => {
    if (saving.isPending) return
    setTried(true)
    if (Object.keys(wrongs).length > 0) return
    saving.mutate(
      { from: base, mine: draft },
      { onSuccess: ({ base: saved, isWhole }) => (isWhole || base === null) && after?.(saved) },
    )
  }
  return {
    base,
    draft,
    isDirty,
    isBack,
    isSaving: saving.isPending,
    error: saving.error,
    wrongs,
    hasTried,
    refusals,
    stale,
    takeUps,
    save,
    tryNow: () => setTried(true),
    setDraft,
    touch: (at: string) => setTouched((known) => (known.includes(at) ? known : [...known, at])),
    isShown: (at: string) => hasTried || touched.includes(at),
    setField: <Name extends FieldName>(name: Name, value: EventFields[Name]) => {
      forget(name)
      setDraft((known) => ({ ...known, fields: { ...known.fields, [name]: value } }))
    },
    setRow: (key: string, change: Partial<Row>) => {
      for (const name of Object.keys(change)) forget(`${key} ${name}`)
      setDraft((known) => ({
        ...known,
        rows: known.rows.map((row) => (row.key === key ? { ...row, ...change } : row)),
      }))
    },
    setRows: (change: (rows: Row[]) => Row[]) => setDraft((known) => ({ ...known, rows: change(known.rows) })),
    setTakeUp: (key: string, percent: number) => setTakeUps((known) => ({ ...known, [key]: percent })),
    startOver: () => {
      setDraft(base?.draft ?? blank)
      setBack(false)
      setRefusals({})
      saving.reset()
    },
    resolve: (choices: Record<string, Choice>) => {
      if (!stale || !base || saving.isPending) return
      const mine = mergeDrafts(base.draft, stale.theirs.draft, draft, choices)
      setStale(null)
      adopt(stale.theirs, mine)
      saving.mutate({ from: stale.theirs, mine })
    },
    /** Whether anything of these fields is typed and not saved. */
    isFieldDirty: (names: readonly FieldName[]) =>
      base !== null && changedFields(base.draft.fields, draft.fields).some((name) => names.includes(name)),
  }
}

const fieldOfCode: Record<string, string> = {
  BUDGET_OVERCOMMITTED: 'event_budget_amount',
  NAME_TAKEN: 'slug',
  SLOT_OVERCOMMITTED: 'pickup_slot_capacity',
  OPTION_OVERCOMMITTED: 'total_available',
}

/** What the server refused, by field: "event_budget_amount", or "<row> cost_per_unit". */
function refusalsOf(error: unknown): Record<string, string> {
  const [reason, prefix] = error instanceof RowError ? [error.reason, `${error.rowKey} `] : [error, '']
  if (!(reason instanceof ApiError)) return {}
  const { code, detail, errors = [] } = reason.problem
  const byField = errors.map(({ path, message }) => [`${prefix}${path.replace(/^body\./, '')}`, message])
  const field = fieldOfCode[code]
  return Object.fromEntries(byField.length === 0 && field !== undefined ? [[`${prefix}${field}`, detail]] : byField)
}
