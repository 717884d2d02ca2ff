import { benchApp } from './app.ts'
import { benchDisclosure } from './disclosure.ts'
import { benchDisclosureUnderLoad } from './disclosure-under-load.ts'
import { benchFuzz } from './fuzz.ts'
import { benchImport } from './import.ts'
import { benchKills } from './kills.ts'
import { benchMail } from './mail.ts'
import { benchReset } from './reset.ts'
import { benchSignIns } from './sign-ins.ts'
import { benchStrength } from './strength.ts'
import { benchTrade } from './trade.ts'
import { benchUsers } from './users.ts'
import { benchWebsite } from './website.ts'
import { benchWire } from './wire.ts'

/** The benches by the names that `npm run bench` takes, in the order in which they run. */
export const benches: Record<string, (numbers: readonly number[]) => Promise<void>> = {
  fuzz: benchFuzz,
  app: benchApp,
  reset: benchReset,
  kills: benchKills,
  wire: benchWire,
  mail: benchMail,
  'sign-ins': benchSignIns,
  import: benchImport,
  strength: benchStrength,
  trade: benchTrade,
  website: benchWebsite,
  disclosure: async () => {
    await benchDisclosure()
    await benchDisclosureUnderLoad()
  },
  users: benchUsers,
}
