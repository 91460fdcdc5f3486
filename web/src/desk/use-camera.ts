import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

/** Ten looks a second: more would only make the tablet warm. */
const LOOK_MS = 100
/** Wide enough for a code at arm's length, and small enough to be read in a few milliseconds. */
const LOOK_WIDTH = 720

export type CameraState = 'starting' | 'seeing' | 'denied' | 'none'

/** Reads codes off the camera for as long as it is wanted. Where there is none, everything else still works. */
export function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  isWanted: boolean,
  onText: (text: string) => void,
): CameraState {
  const [state, setState] = useState<CameraState>('starting')
  const tell = useRef(onText)
  tell.current = onText
  const wanted = useRef(isWanted)
  wanted.current = isWanted
  useEffect(() => {
    const stop = new AbortController()
    void watch(video, stop.signal, (text) => wanted.current && tell.current(text), setState)
    return () => stop.abort()
  }, [video])
  return state
}

async function watch(
  video: RefObject<HTMLVideoElement | null>,
  stop: AbortSignal,
  tell: (text: string) => void,
  show: (state: CameraState) => void,
): Promise<void> {
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: 'environment', width: { ideal: 1280 } },
    })
  } catch (error) {
    show(error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'none')
    return
  }
  const end = () => stream.getTracks().forEach((track) => track.stop())
  stop.addEventListener('abort', end)
  const element = video.current
  if (stop.aborted || !element) return end()
  element.srcObject = stream
  await element.play().catch(() => undefined)
  show('seeing')
  const { decode } = await import('./decoder.ts')
  const canvas = new OffscreenCanvas(LOOK_WIDTH, LOOK_WIDTH)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  while (!stop.aborted && context) {
    const picture = look(element, canvas, context)
    const texts = picture ? await decode(picture) : []
    texts.forEach(tell)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

function look(
  video: HTMLVideoElement,
  canvas: OffscreenCanvas,
  context: OffscreenCanvasRenderingContext2D,
): ImageData | undefined {
  const { videoWidth, videoHeight } = video
  // In the background a tablet has no picture, and does not need one.
  if (videoWidth === 0 || document.hidden) return undefined
  const scale = Math.min(1, LOOK_WIDTH / videoWidth)
  const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)]
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  context.drawImage(video, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}
