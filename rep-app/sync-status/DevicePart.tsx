import { useApp } from '../app/use-app.tsx'
import { appVersion } from '../device/app-version.ts'
import { readStorage } from '../device/storage.ts'
import { useRows } from '../device/use-store.ts'
import { Fact, Inset } from '../ui/Inset.tsx'
import { sizeWords } from './size-words.ts'

/** The details that telephone support asks for first. */
export function DevicePart({ clockDifferenceMs }: { clockDifferenceMs: number }) {
  const { device } = useApp()
  const storage = useRows(readStorage)
  const minutes = Math.round(clockDifferenceMs / 60_000)
  return (
    <Inset
      title="Device"
      note={
        storage?.isProtected === false
          ? 'The browser may delete data when space runs low. Add the app to the home screen to prevent that.'
          : undefined
      }
    >
      {storage && (
        <>
          <Fact label="Storage used">{sizeWords(storage.usedBytes)}</Fact>
          <Fact label="Storage free">{sizeWords(storage.freeBytes)}</Fact>
          <Fact label="Protected from clean-up">{storage.isProtected ? 'yes' : 'no'}</Fact>
        </>
      )}
      <Fact label="App version">{appVersion}</Fact>
      <Fact label="Name">{device.name}</Fact>
      <Fact label="Device id">{device.id}</Fact>
      <Fact label="Clock">
        {minutes === 0
          ? 'as the server’s'
          : `${Math.abs(minutes)} min ${minutes > 0 ? 'behind' : 'ahead of'} the server. Orders are still sent.`}
      </Fact>
    </Inset>
  )
}
