/** A second set of words, rarer and in more languages, for measuring. The first set was used for tuning. */

const split = (text: string) => text.trim().split(/\s+/)

export const FURTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  brand: split(`bugaboo wrangler subaru chevrolet bentley budweiser smirnoff bacardi jameson nescafe hersheys kelloggs
    pringles doritos starbucks mcdonalds burgerking dominos verizon telekom samsonite longines tagheuer swarovski tiffany
    abercrombie hollister converse timberland birkenstock deichmann rossmann kaufland edeka migros nutribullet thermomix
    tupperware playdoh hotwheels monopoly scrabble formica velcro sellotape sharpie moleskine parker montblanc pelikan
    wedgwood lecreuset vaillant viessmann daikin whirlpool gorenje beko hisense xiaomi oneplus garmin fitbit peloton
    dacia lancia maserati bugatti koenigsegg vespa piaggio aprilia triumph kawasaki claas fendt massey kubota komatsu`),
  pet: split(`whiskers biscuit pumpkin maximus sparky duchess fluffy tigger snowball mittens patches boomer gizmo hershey
    domino pebbles bandit rascal ziggy bubbles goldie flipper thumper peanut waffles cupcake cookie ginger socks smokey
    midnight misty trixie muffin hamster rabbit labrador poodle spaniel terrier beagle bulldog dalmatian siamese persian
    parrot budgie canary goldfish tortoise ferret guineapig schnauzer dackel wellensittich chaton lapin perrito gatito
    gattino cagnolino kissa koira kotek piesek pejsek kocicka hond poesje katten hunden kedi kopek sobaka kotik`),
  trade: split(`salesman merchandiser stocktake purchaseorder backorder restock shelving planogram tradefair showroom
    storefront checkout cashier refund loyalty voucher coupon distributor haulage freight courier pallet loadingbay dispatch
    picklist inventory turnover margin upsell pipeline prospect coldcall fieldrep areamanager branch fishmonger offlicence
    newsagent gardencentre petshop takeaway icecream beverages softdrinks crisps confectionery toiletries detergent
    kassenbon filialleiter wareneingang bestellnummer aussenlager grossmarkt caissiere comptable reassort grossiste
    transportista mostrador cobranza encargo magazziniere bolletta scontrino skladnik dodavatel kierownik kasjer
    lagerarbeider voorraadbeheer kassier butikschef lagerchef varehus myyjatar kauppias satici magaza`),
}
