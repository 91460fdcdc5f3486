import './fields.css'
import { Drawer, Modal } from '@mantine/core'
import type { DrawerProps, ModalProps } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { defineWords } from '../words.ts'

const useWords = defineWords('dialog', { en: { close: 'Close' }, de: { close: 'Schließen' } })

/** A dialog whose cross has a name. It is there as long as it is rendered. */
export function Dialog(props: Omit<ModalProps, 'opened' | 'closeButtonProps'>) {
  const say = useWords()
  return (
    <Modal {...props} opened classNames={{ title: 'dialogtitle' }} closeButtonProps={{ 'aria-label': say('close') }} />
  )
}

/** A panel from the side, over the page it belongs to. It is there as long as it is rendered. */
export function SidePanel(props: Omit<DrawerProps, 'opened' | 'closeButtonProps' | 'position'>) {
  const say = useWords()
  return (
    <Drawer
      size="min(640px, 100%)"
      {...props}
      opened
      position="right"
      classNames={{ title: 'dialogtitle', content: 'sidepanel' }}
      closeButtonProps={{ 'aria-label': say('close') }}
    />
  )
}

/** Says that something is done, for a moment, where it covers nothing one is about to press. */
export function useTell(): (message: string) => void {
  const say = useWords()
  return (message) => {
    notifications.show({ message, closeButtonProps: { 'aria-label': say('close') } })
  }
}
