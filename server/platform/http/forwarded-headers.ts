import type { IncomingHttpHeaders } from 'node:http'

/** The addresses that one header names, the client's first. */
export type AddressList = { header: string; value: string; addresses: string[] }

/** Headers that name the client, the most common first. */
export function readAddressLists(headers: IncomingHttpHeaders): AddressList[] {
  const read = (header: string, parse: (value: string) => string[]) => {
    const value = textOf(headers[header.toLowerCase()])
    return value === undefined ? [] : [{ header, value, addresses: parse(value) }]
  }
  return [
    ...read('X-Forwarded-For', splitList),
    ...read('Forwarded', value => listForwarded(value, 'for')),
    ...read('X-Real-IP', splitList),
  ].filter(({ addresses }) => addresses.length > 0)
}

/** `https` if any proxy on the road received TLS: browsers connect to the outermost one. */
export function readScheme(headers: IncomingHttpHeaders): 'https' | 'http' | undefined {
  const said = [
    ...splitList(textOf(headers['x-forwarded-proto']) ?? ''),
    ...listForwarded(textOf(headers.forwarded) ?? '', 'proto'),
  ].map(scheme => scheme.toLowerCase())
  return (['https', 'http'] as const).find(scheme => said.includes(scheme))
}

const textOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join(', ') : value)

const splitList = (text: string) =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')

/**
 * One parameter of each element of a `Forwarded` header (RFC 7239 section 4). An element without it counts as `unknown`,
 * unless no element has it.
 */
function listForwarded(text: string, name: string): string[] {
  const elements = splitOutsideQuotes(text, ',').map(element => {
    const pairs = splitOutsideQuotes(element, ';').map(pair => pair.split('='))
    const [, ...value] = pairs.find(([key]) => key?.trim().toLowerCase() === name) ?? []
    return value.length === 0 ? undefined : unquote(value.join('=').trim())
  })
  return elements.some(value => value !== undefined) ? elements.map(value => value ?? 'unknown') : []
}

function splitOutsideQuotes(text: string, separator: ',' | ';'): string[] {
  const pattern = separator === ',' ? /(?:"(?:[^"\\]|\\.)*"|[^",])+/g : /(?:"(?:[^"\\]|\\.)*"|[^";])+/g
  return (text.match(pattern) ?? []).filter(part => part.trim() !== '')
}

const unquote = (text: string) => /^"(.*)"$/.exec(text)?.[1]?.replace(/\\(.)/g, '$1') ?? text
