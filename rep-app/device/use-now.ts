import { useEffect, useState } from 'react'
import { deviceClock } from './device-clock.ts'

const EVERY_MS = 15_000

/** The time of the device, again and again: "4 min ago" has to grow while somebody looks at it. */
export function useNow(): number {
  const [now, setNow] = useState(deviceClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceClock.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
