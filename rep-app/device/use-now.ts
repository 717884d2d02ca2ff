import { useEffect, useState } from 'react'
import { deviceClock } from './device-clock.ts'

const EVERY_MS = 15_000

/** The device's time, updated regularly: "4 min ago" must grow while it is on the screen. */
export function useNow(): number {
  const [now, setNow] = useState(deviceClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(deviceClock.now()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
