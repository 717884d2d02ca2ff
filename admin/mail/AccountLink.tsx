import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { MailMessage } from '../../shared/contract/mail.ts'

/** Links to the user or contact. A deleted account is plain text. */
export function AccountLink({ about, children }: { about: MailMessage['about']; children: ReactNode }) {
  if (!about) return children
  const { id, retailerId } = about
  return (
    <Anchor
      inherit
      underline="always"
      renderRoot={props =>
        retailerId === null ? (
          <Link {...props} to="/users/$userId" params={{ userId: id }} />
        ) : (
          <Link {...props} to="/retailers/$retailerId/contacts/$contactId" params={{ retailerId, contactId: id }} />
        )
      }
    >
      {children}
    </Anchor>
  )
}
