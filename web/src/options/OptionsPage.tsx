import approvalsSheet from '../approvals/approvals.css?inline'
import optionsSheet from './options.css?inline'
import pageSheet from './page.css?inline'
import { useSheets } from '../ui/use-sheets.ts'
import { Drawer } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Meters } from '../approvals/Meters.tsx'
import type { Schema } from '../api.ts'
import { useEvent } from '../session/event.ts'
import { useMay } from '../session/session.ts'
import { ErrorNote, Skeleton } from '../ui/Notes.tsx'
import { CarryBar, DragGhost } from './Carrying.tsx'
import { OptionGrid } from './OptionGrid.tsx'
import { SlotPanel } from './SlotPanel.tsx'
import { Slots } from './Slots.tsx'
import { focusSlot, useBoard } from './board.ts'
import { useOptionWords } from './words.ts'

/** What there is to choose from, and when it is picked up. */
export function OptionsPage() {
  useSheets(approvalsSheet, optionsSheet, pageSheet)
  const say = useOptionWords()
  const { eventId = '' } = useParams({ strict: false }) as { eventId?: string }
  const { data: event, error, refetch } = useEvent(eventId)
  if (event) return <Whole key={event.id} event={event} />
  return (
    <div className="pad col slwait">
      <h1>{say('title')}</h1>
      {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton height={320} />}
    </div>
  )
}

function Whole({ event }: { event: Schema<'Event'> }) {
  const say = useOptionWords()
  const mayRead = useMay('registration.read')
  const isNarrow = useMediaQuery('(max-width: 1200px)') ?? false
  const board = useBoard(event)
  const { carried, opened } = board
  useKeys(board)

  const pickUp = () => {
    if (!opened) return
    const [first] = board.waysFrom(opened, board.chosen.size)
    const towards = first?.slot ?? opened
    board.pickUp({ movers: [...board.chosen.values()], from: opened }, towards)
    // In the drawer the grid comes back into sight first.
    setTimeout(() => focusSlot(towards.id), isNarrow ? 250 : 0)
  }
  const onSpace = (slotId: string) => {
    if (opened?.id === slotId && board.chosen.size > 0) pickUp()
    else {
      board.open(slotId)
      setTimeout(() => document.querySelector<HTMLElement>('.slpanel .linkish, .slpanel .ppl input')?.focus(), 400)
    }
  }
  const panel = opened && <SlotPanel board={board} slot={opened} onPickUp={pickUp} />
  return (
    <div className={opened && !isNarrow ? 'sg' : 'sg slwide'}>
      <div className="sgm slmain">
        <div className="slin">
          <div className="wbh slhd">
            <h1>{say('title')}</h1>
            {mayRead && <Meters eventId={event.id} />}
          </div>
          <OptionGrid event={event} />
          <Slots board={board} onSpace={onSpace} />
        </div>
        {carried && <CarryBar board={board} load={carried} />}
      </div>
      {!isNarrow && panel && <aside className="sim slpanel">{panel}</aside>}
      {isNarrow && (
        <Drawer.Root
          opened={opened !== undefined && !carried}
          onClose={() => board.open(undefined)}
          position="right"
          size={408}
          classNames={{ content: 'sldrawer' }}
        >
          <Drawer.Overlay />
          <Drawer.Content aria-label={opened?.label}>
            <Drawer.Body className="sim slpanel">{panel}</Drawer.Body>
          </Drawer.Content>
        </Drawer.Root>
      )}
      <DragGhost />
      <p className="sr" role="status" aria-live="polite">
        {board.said}
      </p>
    </div>
  )
}

/** Escape puts back what is in hand, and the focus where it was. */
function useKeys(board: ReturnType<typeof useBoard>) {
  const latest = useRef(board)
  useEffect(() => {
    latest.current = board
  })
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      const { carried, putBack } = latest.current
      if (key !== 'Escape' || !carried) return
      putBack(carried)
      // Once nobody is in hand any more, so that the focus says nothing of them.
      setTimeout(() => focusSlot(carried.from.id), 0)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
}
