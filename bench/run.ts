import { benches } from './benches.ts'

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
