import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ContactSummary } from '../../shared/contract/retailers.ts'
import { momentWords } from '../ui/moments.ts'
import { Username } from '../ui/Username.tsx'
import { contactStatusWords } from './contact-words.ts'

type Props = { contact: ContactSummary; retailerId: string; children: ReactNode }

/** Groups everything that tells one contact from another of the same retailer. */
export function ContactCard({ contact, retailerId, children }: Props) {
  const { id, fullName, role, username, email, status, lastSignInAt } = contact
  const facts: [string, ReactNode][] = [
    ['Username', <Username key="username" text={username} />],
    ['Email', <Username key="email" text={email} />],
    ['Last sign-in', lastSignInAt ? momentWords(lastSignInAt) : 'Never'],
  ]
  return (
    <Paper component="li" withBorder p="md">
      <Stack gap="xs">
        <Group justify="space-between" gap="xs">
          <Title order={3}>
            <Anchor
              underline="always"
              inherit
              renderRoot={props => (
                <Link
                  {...props}
                  to="/retailers/$retailerId/contacts/$contactId"
                  params={{ retailerId, contactId: id }}
                />
              )}
            >
              {fullName || username}
            </Anchor>
          </Title>
          <Text>{contactStatusWords[status]}</Text>
        </Group>
        <Text c="dimmed">{role || 'Job not known'}</Text>
        {facts.map(([label, value]) => (
          <Text key={label}>
            {label}: {value}
          </Text>
        ))}
        {children}
      </Stack>
    </Paper>
  )
}
