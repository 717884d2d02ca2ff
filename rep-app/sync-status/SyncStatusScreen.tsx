import { Title } from '@mantine/core'
import { InstallPart } from '../app/InstallPart.tsx'
import { useSession, useSync } from '../app/use-app.tsx'
import { AccountPart } from '../sign-in/AccountPart.tsx'
import { EndsSoon } from '../sign-in/EndsSoon.tsx'
import { AttentionPart } from './AttentionPart.tsx'
import { CollectionsPart } from './CollectionsPart.tsx'
import { DevicePart } from './DevicePart.tsx'
import { LastSyncPart } from './LastSyncPart.tsx'
import { NewVersionPart } from './NewVersionPart.tsx'
import { PicturesPart } from './PicturesPart.tsx'
import { ToolsPart } from './ToolsPart.tsx'
import { WaitingPart } from './WaitingPart.tsx'

/** The state of the sync: unsent items, reasons and actions. */
export function SyncStatusScreen() {
  const status = useSync()
  const isSignedIn = useSession().kind === 'signed-in'
  const { waiting, attention } = status
  const own = { waiting: waiting.total, attention }
  const unsent = own.waiting + attention
  return (
    <>
      <Title order={1}>Sync Status</Title>
      <EndsSoon />
      {!isSignedIn && <AccountPart items={own} />}
      <NewVersionPart />
      <LastSyncPart status={status} />
      <WaitingPart waiting={waiting} ofOthers={status.ofOthers} ofLastUser={status.ofLastUser} />
      <AttentionPart count={attention} isSealed={status.isSealed} />
      <CollectionsPart collections={status.collections} canRetry={isSignedIn && status.header.kind !== 'downloading'} />
      {isSignedIn && <AccountPart items={own} />}
      <InstallPart />
      <PicturesPart />
      <DevicePart clockDifferenceMs={status.clockDifferenceMs} />
      <ToolsPart unsent={unsent} isSealed={status.isSealed} />
    </>
  )
}
