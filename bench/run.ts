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
import { benchUsers } from './users.ts'
import { benchWire } from './wire.ts'

const benches: Record<string, (numbers: readonly number[]) => Promise<void>> = {
  fuzz: benchFuzz,
  app: benchApp,
  reset: benchReset,
  kills: benchKills,
  wire: benchWire,
  mail: benchMail,
  'sign-ins': benchSignIns,
  import: benchImport,
  strength: benchStrength,
  disclosure: async () => {
    await benchDisclosure()
    await benchDisclosureUnderLoad()
  },
  users: benchUsers,
}

const given = process.argv.slice(2)
const numbers = given.filter(word => /^\d+$/.test(word)).map(Number)
const wanted = given.filter(word => !/^\d+$/.test(word))
const unknown = wanted.find(name => !(name in benches))
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}. Name one of ${Object.keys(benches).join(', ')}, or none for all.`)
  process.exit(1)
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await bench(numbers)
}
