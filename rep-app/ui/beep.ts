export type Beep = { play(isGood: boolean): void; end(): void }

/** A high tone for yes, a low one for no: a rep who scans looks at the products. Call it in a tap, or browsers keep it silent. */
export function createBeep(): Beep {
  const context = typeof AudioContext === 'undefined' ? undefined : new AudioContext()
  const play = (isGood: boolean) => {
    if ('vibrate' in navigator) navigator.vibrate(isGood ? 40 : [80, 60, 80])
    if (!context) return
    const { currentTime: now, destination } = context
    const [tone, volume] = [context.createOscillator(), context.createGain()]
    tone.frequency.value = isGood ? 1200 : 240
    volume.gain.value = 0.15
    tone.connect(volume).connect(destination)
    tone.start(now)
    tone.stop(now + (isGood ? 0.08 : 0.3))
  }
  return { play, end: () => void context?.close().catch(() => undefined) }
}
