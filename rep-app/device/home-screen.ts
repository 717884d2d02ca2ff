type Facts = {
  userAgent: string
  maxTouchPoints: number
  /** `navigator.standalone`: iPads and iPhones alone have it, and it is true in an installed app. */
  standalone: boolean | undefined
}

/** Safari offers no installation by itself, so the app shows the steps. Undefined in other browsers, and once installed. */
export function homeScreenDevice({ userAgent, maxTouchPoints, standalone }: Facts): 'iPad' | 'iPhone' | undefined {
  if (standalone !== false || /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|GSA\/|DuckDuckGo/.test(userAgent)) return undefined
  if (/iPhone|iPod/.test(userAgent)) return 'iPhone'
  // An iPad says that it is a Mac, which has no touch screen.
  return /iPad/.test(userAgent) || (userAgent.includes('Macintosh') && maxTouchPoints > 1) ? 'iPad' : undefined
}
