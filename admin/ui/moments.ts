const moments = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const zone = new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })

/** A moment in the reader's zone. `zoneWords` names the zone once per page. */
export const momentWords = (iso: string) => moments.format(new Date(iso))

export const zoneWords = () =>
  zone.formatToParts(new Date(0)).find(part => part.type === 'timeZoneName')?.value ?? 'local time'
