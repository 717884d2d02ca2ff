import { Button, Text } from '@mantine/core'
import { useSignIn } from './use-sign-in.ts'

export function SignInButton({ label }: { label: string }) {
  const { open, said, isBusy } = useSignIn()
  return (
    <>
      <Button fullWidth loading={isBusy} onClick={open}>
        {label}
      </Button>
      <Text role="status" className="said">
        {said}
      </Text>
    </>
  )
}
