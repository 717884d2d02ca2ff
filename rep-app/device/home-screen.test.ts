import { expect, it } from 'vitest'
import { homeScreenDevice } from './home-screen.ts'

const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1'
const onMac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${safari} Safari/605.1.15`
const onPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${safari} Mobile/15E148 Safari/604.1`
const chrome =
  'Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0 Mobile Safari/537.36'

it.each([
  ['Safari on an iPad', 'iPad', onMac, 5, false],
  ['Safari on an iPhone', 'iPhone', onPhone, 5, false],
  ['the installed app on an iPad', undefined, onMac, 5, true],
  ['Safari on a Mac', undefined, onMac, 0, undefined],
  ['Chrome on an iPhone', undefined, onPhone.replace('Version/26.1', 'CriOS/156.0'), 5, false],
  ['Chrome on Android', undefined, chrome, 5, undefined],
] as const)(
  'in %s, the steps to the home screen are those of: %s',
  (_name, device, userAgent, maxTouchPoints, standalone) => {
    expect(homeScreenDevice({ userAgent, maxTouchPoints, standalone })).toBe(device)
  },
)
