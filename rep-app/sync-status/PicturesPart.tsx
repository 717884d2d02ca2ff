import { Button, Text } from '@mantine/core'
import { useCallback, useEffect, useState } from 'react'
import { useApp, useSync } from '../app/use-app.tsx'
import { useStore } from '../device/use-store.ts'
import { picturesWords } from '../statements/pictures.ts'
import { Fact, Inset } from '../ui/Inset.tsx'
import { useOneAtATime } from '../ui/use-one-at-a-time.ts'
import { sizeWords } from './size-words.ts'

/** The pictures of products on this device: on or off, downloaded for days without a connection, and cleared alone. */
export function PicturesPart() {
  const { pictures } = useApp()
  const { waiting } = useSync()
  const { isOn, isFull } = useStore(pictures.state)
  const [kept, setKept] = useState({ count: 0, bytes: 0 })
  const [said, setSaid] = useState<string>()
  const { run, isBusy } = useOneAtATime()
  const measure = useCallback(
    () =>
      pictures.measure().then(setKept, () => {
        // Without storage there is nothing to count.
      }),
    [pictures],
  )
  useEffect(() => void measure(), [measure])
  const downloadAll = async () => {
    let [done, total] = [0, 0]
    const result = await pictures.downloadAll((now, of) => {
      ;[done, total] = [now, of]
      setSaid(`${now} of ${of}`)
    })
    setSaid(result === 'complete' ? `All ${total} are on this device.` : `Stopped after ${done} of ${total}.`)
    await measure()
  }
  const clear = async () => {
    await pictures.clear()
    setSaid('Cleared. Pictures are downloaded again when a screen shows them.')
    await measure()
  }
  return (
    <Inset title="Product pictures" note={picturesWords({ isOn, isFull, waiting: waiting.total, count: kept.count })}>
      <label className="inset-row fact fact-beside switch-row">
        <span>Product pictures</span>
        <input type="checkbox" checked={isOn} onChange={event => void pictures.setOn(event.currentTarget.checked)} />
      </label>
      <Fact label="Size">{sizeWords(kept.bytes)}</Fact>
      <div className="inset-row tools">
        <Button variant="default" disabled={!isOn} loading={isBusy} onClick={() => void run(downloadAll)}>
          Download all pictures
        </Button>
        <Button variant="default" onClick={() => void clear()}>
          Clear pictures
        </Button>
        <Text role="status" className="said">
          {said}
        </Text>
      </div>
    </Inset>
  )
}
