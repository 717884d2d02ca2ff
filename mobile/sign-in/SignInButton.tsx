import { Button } from '@mantine/core'
import { repApp } from '../rep-app.ts'

export function SignInButton({ label }: { label: string }) {
  return <Button onClick={async () => location.assign(await repApp.signIn.start())}>{label}</Button>
}
