import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SenderCheck } from '../../../shared/contract/mail.ts'
import { startTestDns, type TestDns } from '../../../tests/support/mails/dns.ts'
import { readSmtpSettings } from '../../platform/mail/smtp-settings.ts'
import { createCheckSender } from './check-sender.ts'

let dns: TestDns
beforeEach(async () => {
  dns = await startTestDns()
})
afterEach(() => dns.stop())

const domain = 'accounts.harbourvale.example'

async function check({ selectors = [] as string[], bounceAddress = '' } = {}) {
  const smtp = readSmtpSettings({ url: 'smtp://mail.harbourvale.example', from: `no-reply@${domain}` })
  const config = { smtp, dkimSelectors: selectors, dnsServers: [dns.address], ...(bounceAddress && { bounceAddress }) }
  const { checks } = await createCheckSender({ config })()
  const of = (record: SenderCheck['record']) => checks.filter(one => one.record === record)
  return { spf: of('spf')[0], dkim: of('dkim'), dmarc: of('dmarc')[0] }
}

const verdictOf = async (texts: string[]) => {
  dns.texts.set(domain, texts)
  return (await check()).spf?.verdict
}

describe('ML-1 SPF', () => {
  test('is found and shown', async () => {
    dns.texts.set(domain, ['site-verification=1', 'v=spf1 mx -all'])
    expect((await check()).spf).toMatchObject({
      verdict: 'found',
      name: domain,
      found: 'v=spf1 mx -all',
      publish: null,
    })
  })

  test('is missing if there is no record, and a record to publish is offered', async () => {
    const { spf } = await check()
    expect(spf).toMatchObject({
      verdict: 'missing',
      publish: { name: domain, text: 'v=spf1 a:mail.harbourvale.example -all' },
    })
    expect(await verdictOf(['v=spf10 mx'])).toBe('missing')
  })

  test.each([
    ['two of them', ['v=spf1 mx -all', 'v=spf1 a -all']],
    ['everybody', ['v=spf1 mx +all']],
    ['everybody, without a sign', ['v=spf1 mx all']],
  ])('is not satisfied by %s', async (_what, texts) => expect(await verdictOf(texts)).toBe('faulty'))

  test('is read even if it is longer than one DNS string', async () => {
    const long = `v=spf1 ${'ip4:192.0.2.1 '.repeat(30)}-all`
    dns.texts.set(domain, [long])
    expect((await check()).spf).toMatchObject({ verdict: 'found', found: long })
  })

  test('is looked up at the domain that receives bounces', async () => {
    dns.texts.set('bounces.harbourvale.example', ['v=spf1 mx -all'])
    const { spf } = await check({ bounceAddress: 'b@bounces.harbourvale.example' })
    expect(spf).toMatchObject({ verdict: 'found', name: 'bounces.harbourvale.example' })
  })
})

describe('ML-1 DKIM', () => {
  test('is looked up by selector, each key separately', async () => {
    dns.texts.set(`one._domainkey.${domain}`, ['v=DKIM1; k=rsa; p=MIGf'])
    dns.texts.set(`two._domainkey.${domain}`, ['v=DKIM1; k=rsa; p='])
    dns.texts.set(`three._domainkey.${domain}`, ['k=rsa; p=MIGf'])
    const { dkim } = await check({ selectors: ['one', 'two', 'three', 'four'] })
    expect(dkim.map(({ verdict }) => verdict)).toEqual(['found', 'faulty', 'found', 'missing'])
  })

  test('says how to find the selector if none is set, and sends no query', async () => {
    const { dkim } = await check()
    expect(dkim).toMatchObject([{ verdict: 'unnamed', text: expect.stringContaining('DKIM_SELECTORS') }])
    expect(dns.asked.filter(name => name.includes('_domainkey'))).toEqual([])
  })
})

describe('ML-1 DMARC', () => {
  test.each([
    [`_dmarc.${domain}`, 'v=DMARC1; p=reject', 'found'],
    ['_dmarc.harbourvale.example', 'v=DMARC1; p=none; rua=mailto:a@b.example', 'found'],
    ['_dmarc.example', 'v=DMARC1; p=reject', 'missing'],
    [`_dmarc.${domain}`, 'v=DMARC1', 'faulty'],
    [`_dmarc.${domain}`, 'v=DMARC10; p=none', 'missing'],
  ])('at %s, %s: %s', async (name, text, verdict) => {
    dns.texts.set(name, [text])
    expect((await check()).dmarc?.verdict).toBe(verdict)
  })

  test('offers a record to publish', async () => {
    const publish = { name: `_dmarc.${domain}`, text: `v=DMARC1; p=none; rua=mailto:postmaster@${domain}` }
    expect((await check()).dmarc).toMatchObject({ verdict: 'missing', publish })
  })
})

test('ML-1 treats a silent DNS server as no answer, never as a missing record', async () => {
  dns.fallSilent()
  const { spf, dkim, dmarc } = await check({ selectors: ['one'] })
  const verdicts = [spf, ...dkim, dmarc].map(one => one?.verdict)
  expect(verdicts).toEqual(['no-answer', 'no-answer', 'no-answer'])
})
