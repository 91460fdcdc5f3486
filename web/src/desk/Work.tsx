import { IconKeyboard, IconSearch } from '@tabler/icons-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '../api.ts'
import { useLanguage } from '../words.ts'
import { CameraView } from './CameraView.tsx'
import { DeskBar } from './DeskBar.tsx'
import { FindByName } from './FindByName.tsx'
import { LastOne } from './LastOne.tsx'
import { Result } from './Result.tsx'
import { Revoked } from './Revoked.tsx'
import { ScannerField } from './ScannerField.tsx'
import { Table } from './Table.tsx'
import { TypeCode } from './TypeCode.tsx'
import type { Answer, Ask } from './answer.ts'
import { isYes } from './answer.ts'
import type { Desk } from './desk.ts'
import { allowSound, tellNo, tellYes } from './feedback.ts'
import { createSightings } from './sightings.ts'
import { readToken } from './token.ts'
import { useBeat, useDesk, useWakeLock } from './use-desk.ts'
import { useDeskWords } from './words.ts'

type Props = { desk: Desk; isTablet: boolean; onLeave: () => void }

/** A desk at work: who comes is scanned, typed or found, and the whole screen says yes or no. */
export function Work({ desk, isTablet, onLeave }: Props) {
  const say = useDeskWords()
  const language = useLanguage()
  const state = useDesk(desk)
  const [answer, setAnswer] = useState<Answer>()
  const [isAsking, setAsking] = useState(false)
  const [open, setOpen] = useState<'code' | 'name'>()
  const [told, setTold] = useState('')
  const isNew = useRef(createSightings())
  useBeat(desk)
  useWakeLock()
  useEffect(() => {
    addEventListener('pointerdown', allowSound)
    addEventListener('keydown', allowSound)
    return () => {
      removeEventListener('pointerdown', allowSound)
      removeEventListener('keydown', allowSound)
    }
  }, [])

  const ask = useCallback(
    async (what: Ask, isOverridden = false) => {
      setOpen(undefined)
      setTold('')
      setAsking(true)
      try {
        const said = await desk.ask(what, isOverridden)
        setAnswer(said)
        if (isYes(said)) tellYes()
        else tellNo()
      } finally {
        setAsking(false)
      }
    },
    [desk],
  )
  const askText = useCallback(
    (text: string) => {
      const token = readToken(text)
      if (token !== undefined) return void ask({ qrToken: token })
      tellNo()
      setAnswer({ outcome: 'NOT_FOUND', ask: { qrToken: text.slice(0, 100) }, isOffline: false })
    },
    [ask],
  )
  const onSeen = useCallback((text: string) => isNew.current(text, performance.now()) && askText(text), [askText])
  const undo = async (done: Answer) => {
    try {
      await desk.undo(done)
      setTold(say('undone', { name: done.person?.name ?? '', option: done.person?.optionName ?? '' }))
    } catch (error) {
      setTold(say('undoFailed', { why: error instanceof ApiError ? error.problem.detail : say('noNetwork') }))
    }
    setAnswer(undefined)
  }

  if (state.isRevoked) return <Revoked unsent={state.kept.unsent.length} isTablet={isTablet} onLeave={onLeave} />
  const { kept } = state
  const isWaiting = answer === undefined && open === undefined
  return (
    <>
      <ScannerField
        isActive={open === undefined}
        onScan={askText}
        onNext={() => setAnswer(undefined)}
        onUndo={() => {
          const done = answer ?? state.last
          if (done && isYes(done)) void undo(done)
        }}
        onFind={() => isTablet && isWaiting && setOpen('name')}
      />
      {answer ? (
        <Result
          answer={answer}
          desk={kept.own.desk}
          zone={kept.own.event.timezone}
          isOnline={state.offlineSince === undefined}
          onNext={() => setAnswer(undefined)}
          onUndo={() => void undo(answer)}
          onOverride={() => void ask(answer.ask, true)}
        />
      ) : (
        <div className="desk">
          <DeskBar state={state} onLeave={isTablet ? undefined : onLeave} />
          <div className="dk">
            <main className="view">
              <h1 className="sr">{say('title')}</h1>
              <CameraView isWanted={isWaiting && !isAsking} onText={onSeen} />
              <p className="sr" role="status">
                {told}
              </p>
              {told !== '' && <p className="told">{told}</p>}
              {state.last && (
                <LastOne answer={state.last} state={state} language={language} onUndo={(done) => void undo(done)} />
              )}
              <div className="ways">
                <button type="button" className="btn lg" onClick={() => setOpen('code')}>
                  <IconKeyboard className="ic l" aria-hidden /> {say('typeCode')}
                </button>
                {isTablet && (
                  <button type="button" className="btn lg" onClick={() => setOpen('name')}>
                    <IconSearch className="ic l" aria-hidden /> {say('findByName')}
                  </button>
                )}
              </div>
            </main>
            <Table desk={desk} state={state} isTablet={isTablet} />
          </div>
          {open === 'code' && <TypeCode onCode={askText} onClose={() => setOpen(undefined)} />}
          {open === 'name' && (
            <FindByName
              desk={desk}
              zone={kept.own.event.timezone}
              onChoose={(registrationId) => void ask({ registrationId })}
              onClose={() => setOpen(undefined)}
            />
          )}
        </div>
      )}
    </>
  )
}
