import { notifications } from '@mantine/notifications'
import { defineWords } from '../words.ts'

const useWords = defineWords('tell', {
  en: { dismiss: 'Close this message', undo: 'Undo' },
  de: { dismiss: 'Meldung schließen', undo: 'Rückgängig' },
})

/** Says what was done, for ten seconds; where it can be taken back, with a button that does. */
export function useTell(): (message: string, onUndo?: () => void) => void {
  const say = useWords()
  return (message, onUndo) => {
    const id = notifications.show({
      autoClose: 10_000,
      withBorder: true,
      closeButtonProps: { 'aria-label': say('dismiss') },
      message: (
        <span className="row">
          <span className="grow">{message}</span>
          {onUndo && (
            <button
              type="button"
              className="btn sm"
              onClick={() => {
                notifications.hide(id)
                onUndo()
              }}
            >
              {say('undo')}
            </button>
          )}
        </span>
      ),
    })
  }
}
