export type Tap = { x: number; y: number; at: number; screen: string; isControlThere(): boolean }

/** A double tap is over by then. */
const PAIR_MS = 500
/** Sooner, no one has seen a new screen. */
const SEEN_MS = 350
const SAME_PLACE_PX = 32

/**
 * True for the second of two taps on a button that has gone in the meantime. It was meant for that button, and would hit
 * what is at this place now: *New order* below *Save order*, or the next line below *Remove*.
 */
export function isStray(tap: Tap, { previous, shownAt }: { previous: Tap | undefined; shownAt: number }): boolean {
  if (!previous || Math.hypot(tap.x - previous.x, tap.y - previous.y) > SAME_PLACE_PX) return false
  const isPair = tap.at - previous.at < PAIR_MS
  if (tap.screen !== previous.screen) return isPair || tap.at - shownAt < SEEN_MS
  return isPair && !previous.isControlThere()
}

type Screens = { current(): string; onShown(listener: () => void): void }

/** Stops stray taps before the app hears of them. */
export function stopStrayTaps({ current, onShown }: Screens): void {
  let previous: Tap | undefined
  let shownAt = Number.NEGATIVE_INFINITY
  onShown(() => {
    shownAt = performance.now()
  })
  // After a key the next tap is a new thought.
  addEventListener('keydown', () => (previous = undefined), { capture: true })
  const look = (event: MouseEvent) => {
    // The click that a key makes has no place.
    if (event.detail === 0 || !(event.target instanceof Element)) return
    const control = event.target.closest('button, a, input, textarea, summary') ?? event.target
    const { clientX: x, clientY: y, timeStamp: at } = event
    const tap = { x, y, at, screen: current(), isControlThere: () => control.isConnected }
    if (isStray(tap, { previous, shownAt })) {
      event.preventDefault()
      event.stopPropagation()
    } else previous = tap
  }
  addEventListener('click', look, { capture: true })
}
