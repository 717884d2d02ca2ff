import { queryOptions } from '@tanstack/react-query'
import type { ServiceTokenList } from '../../shared/contract/service-tokens.ts'
import type { WebhookDetails, WebhookList } from '../../shared/contract/webhooks.ts'
import { ask } from './ask.ts'

export const serviceTokensQuery = queryOptions({
  queryKey: ['service-tokens'],
  queryFn: () => ask<ServiceTokenList>('/service-tokens'),
})

export const webhooksQuery = queryOptions({ queryKey: ['webhooks'], queryFn: () => ask<WebhookList>('/webhooks') })

/** Polls, because an administrator who sent an event waits for the answer. */
export const webhookQuery = (id: string) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: () => ask<WebhookDetails>(`/webhooks/${id}`),
    refetchInterval: 3000,
  })
