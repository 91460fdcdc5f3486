/** Yes and no can be heard and felt without looking: two notes that rise and one short touch, or a low buzz, twice. */

let context: AudioContext | undefined

/** Browsers are silent until somebody has touched the page; asked for at each touch, it is ready when it is needed. */
export function allowSound(): void {
  context ??= new AudioContext()
  if (context.state === 'suspended') void context.resume()
}

export function tellYes(): void {
  play('sine', [
    { hertz: 660, at: 0, seconds: 0.09 },
    { hertz: 990, at: 0.1, seconds: 0.16 },
  ])
  vibrate([80])
}

export function tellNo(): void {
  play('square', [
    { hertz: 165, at: 0, seconds: 0.22 },
    { hertz: 130, at: 0.3, seconds: 0.32 },
  ])
  vibrate([220, 100, 220])
}

/** For somebody across the room. */
export function tellSupervisor(): void {
  const notes = [0, 0.5, 1].flatMap((at) => [
    { hertz: 880, at, seconds: 0.16 },
    { hertz: 700, at: at + 0.2, seconds: 0.16 },
  ])
  play('triangle', notes)
}

type Tone = { hertz: number; at: number; seconds: number }

function play(type: OscillatorType, notes: readonly Tone[]): void {
  if (!context || context.state !== 'running') return
  for (const { hertz, at, seconds } of notes) {
    const begin = context.currentTime + at
    const oscillator = new OscillatorNode(context, { type, frequency: hertz })
    const loudness = new GainNode(context, { gain: 0 })
    // Without a slope at both ends, each note would begin and end with a crack.
    loudness.gain.setValueAtTime(0, begin)
    loudness.gain.linearRampToValueAtTime(0.25, begin + 0.01)
    loudness.gain.setValueAtTime(0.25, begin + seconds - 0.03)
    loudness.gain.linearRampToValueAtTime(0, begin + seconds)
    oscillator.connect(loudness).connect(context.destination)
    oscillator.start(begin)
    oscillator.stop(begin + seconds)
  }
}

function vibrate(pattern: number[]): void {
  // A page nobody has touched may not; the browser complains of it in its console.
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(pattern)
}
