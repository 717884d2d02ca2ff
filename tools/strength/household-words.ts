/** More makes, trades and animals, by the aisle of the shop, the job and the kind of animal. */

const listed = (text: string) => text.trim().split(/\s+/)

const BY_THE_AISLE = listed(`
  abercrombie absolut airbnb ajax alcatel alexa allbran alpro ambrosia amstel andrex anker argos asda asus audible avis
  bacardi baileys baskinrobbins beats becel beefeater belkin bentley bestbuy betfair biotherm birdseye blaupunkt bluetooth
  bombay boots bounty bovril brabantia braun brooks brother budget bugaboo burton buick bushmills bvlgari calpol capri
  captainmorgan carhartt celebrations chevrolet chivas christiandior chupachups cif cillitbang citrix clarins clarks claas
  clinique coinbase columbia comfort converse cooperage corsair costa courvoisier crayola crayola crest crunchie cuisinart
  curlywurly cussons daikin danfoss dasani deepl deere delivery deliveroo diadora diadoro discord disneyland dolby dominos
  dropbox drpepper duolingo durex dulux dunhill dunelm easyjet ebel ecover elemis elastoplast energizer etsy evernote expedia
  fastenal febreze fender fendt ferrerorocher figma fisherman fitbit flora formica fortnite foxtrot frosties fruitella
  fujifilm galaxy gibson gilette glenfiddich gofundme golfball goretex grammarly greggs grubhub gucci halfords halls
  hallmark hamleys hellmanns hendricks hershey hisense hobnob hollister hoover hotpoint hotwheels hovis howdens huawei
  hula hummer hunter icloud imac innocent instax invesco ironbru jackdaniels jaffa jagermeister jameson jimbeam jimmychoo
  johnlewis johnniewalker jordans kahlua karrimor kelloggs kenco kfc kickers kindle kingfisher kleenex knauf knorr kohler
  komatsu kraft krispykreme kubota lamy landos lays lecreuset leapfrog lemsip leroy lexmark lilly lindor listerine longines
  lucozade lululemon lurpak lush lynx magnum mailchimp makro malboro malteser maltesers marmite marksandspencer massey
  masseyferguson mavic maxfactor mcafee mccain mcvities meccano megabloks merlin merrell michaelkors miniclip minecraft
  mobil moleskine monopoly moonpig morrisons mountaindew mountblanc mrmuscle nandos nationalgeographic nespresso nestea
  newbalance newlook nestle nextdoor nikolab norton notion nurofen nutribullet nutrigrain ocean oldspice olympus onitsuka
  openai optrex oreo outlook ovaltine oxo paddypower palmolive panadol pantene papajohns parker patak pelikan peloton
  peperami perfume petsathome pg pgtips photoshop piaggio pilsner pimms pinarello pizzahut plasticine playdoh pokerstars
  polaroid polestar poundland powerade pret primula procter prudential pukka purina pyrex quality quavers quorn ralphlauren
  raleigh rapha rayban realtek reckitt reese revlon ribena rimmel rivian roblox roku roland roomba rotary rowntrees
  royalmail ryobi sage sainsburys salomon samsonite sandoz scrabble screwfix seagate sellotape sensodyne sephora sharpie
  shark shreddies simply skechers skittles slimfast smarties smirnoff snickers soreen southerncomfort specsavers
  spongebob squarespace stabilo starburst stellantis stilton subbuteo superdrug superdry swarovski swatch swissair tag
  tagheuer talktalk tampax tango tassimo tefal tennents tetley tetrapak thermomix thermos thinkpad thorntons ticketmaster
  tictac tiktok tinder tiptree tomford tonka topshop travelodge trebor trello trustpilot tupperware twiglets twitch
  tyrrells uber umbro underarmour vaillant vaseline vauxhall velcro verizon viakal viber vicks victorinox viessmann
  vitamix volvic waitrose walkers warhammer waterstones weetos wetherspoon wickes wii wilkinson wimpy wispa wordpress
  wrangler wrigley xerox yakult yale yamaha yankeecandle yorkie zendesk zippo zoflora zoom zynga`)

const BY_THE_JOB = listed(`
  accountmanager areamanager assistant backoffice backorder barista barrel bartender basket beverages bestseller biscuits
  booking bookings bottle bottles bookkeeper boxes brandmanager breakfast briefcase bulk bulkorder businesscard cashandcarry
  cashier cashflow checkout chilled clearance clipboard coldcall coldchain collection companycar consumer container
  convenience cornershop coupon creditnote crisps customerservice dairyproducts damagedgoods deadline deals debit debtor
  deliverynote deliveryvan demo depotmanager detergent directdebit dispatch distribution docket doorstep driver dropoff
  endcap equipment estimate expenses export fieldagent fieldrep fieldsales fieldwork firstaid fleetmanager foodservice
  forecourt forklift freezer freshfood frozenfood fulfillment fulfilment gardencentre goodsin goodsout greengrocer grocer
  grossmargin handheld haulage headoffice hotdesk hygiene icecream importexport inbound invoice invoices keyaccount
  keyaccounts labelling landlord leadgen lineitem loadingbay loyalty loyaltycard lunchbreak mailorder margin marketplace
  merchandise merchandiser milkman minimart monthend multibuy netprice newcustomer newsagent nextday notepad offlicence
  officechair onboarding openinghours orderbook orderentry orderform ordering orderpad outbound outofstock overheads
  overtime packaging packer packinglist paperwork parcel parts payday paymentterms payslip petrol petshop petfood picker
  picking picklist pickup planogram pointofsale pos postage pricetag printer prospect prospects purchaseorder
  purchaseledger rackjobber receipts reception refund refunds regionalmanager reorder replenish restock retailpark returns
  roadmap roster rota routeplan salary salescall salesforce saleslady salesman salesmen salesmanager salesoffice salesorder
  salespitch salesperson salesrep salesreps salesroute salesteam salestarget samplebox saver seafood selfservice sellout
  shelfedge shelving shipment shipments shoplifter shopfloor shopkeeper shopper shoppers showroom signature sitevisit
  skus softdrinks spareparts specialoffer stationery stockcheck stocklist stockroom stockroom stocktake stocktaking
  storage storefront storekeeper storeroom supplychain surcharge takeaway tariff taxfree teambuilding teamleader teamlead
  telesales tender territories tillroll timesheet toiletries toolbox toyshop trade tradecounter tradefair tradeshow
  trainee transit trolley turnover upsell utilities vanroute vanman vansales vending visitplan visits voucher waybill
  website weekend wholesalers workwear yearend
  aussenlager aushilfe auslieferung barzahlung baumarkt bestellformular bestellliste bestellnummer betriebsrat buchung
  einkaufswagen ersatzteile fachhandel filialleiter fuhrparkleiter gabelstapler gebietsleiter getraenke grossmarkt
  hauptlager kassenbon kassierer kundennummer ladenhueter lagerhalle lagerleiter lagerplatz lieferadresse lieferdienst
  lieferzeit messe mindestbestand nachbestellung paketdienst pfand preisschild privatkunde rechnungen retoure
  schichtleiter sonderangebot spesen stammkunde stundenlohn tankstelle umsatzziel verkaufsraum versandhaus
  vertriebsgebiet warenausgang wareneingang warenlager werksverkauf wochenmarkt zwischenlager`)

const BY_THE_ANIMAL = listed(`
  alligator alpaca angora axolotl badger barracuda bengal birdie blackbird blackcat bloodhound borzoi budgie bullmastiff
  bullterrier bumblebee butterfly canary caterpillar cavalier chameleon cheetah chicken chinchilla chipmunk cockapoo
  cockatiel cockatoo collie cougar crocodile dachshund dackel dobermann doberman dogge dolphin donkey dragonfly duckling
  elephant falcon ferret finch firefly flamingo foxterrier gecko gerbil giraffe goldenretriever gorilla grasshopper
  greyhound guineapig hamster hedgehog hippo hummingbird hund iguana jackrussell kaninchen kangaroo kaetzchen
  kingcharles kitty koala labradoodle ladybird leopard lizard lobster lovebird macaw maltese meerkat mongoose monkey
  mastiff newfoundland ocelot octopus ostrich otter panther papillon parakeet peacock pekingese penguin perrito persian
  piglet pinscher platypus pointer pony porcupine puppydog pussycat python raccoon ragdoll reindeer retriever robin
  rooster saintbernard salamander schaeferhund schildkroete schnauzer scorpion seahorse seagull setter sheepdog sheltie
  shetland siamese sparrow spider springer squirrel staffie starfish stingray swallow swan tarantula tortoise toucan
  turtle unicorn vizsla walrus weimaraner wellensittich westie whippet wildcat wolfhound wombat woodpecker yorkie zebra
  chat chaton chien chienne chiot lapin oiseau perruche tortue cheval gato gatito gatita perro perra conejo tortuga caballo
  cane cagnolino gatto gattino coniglio cavallo cachorro cachorrinho gatinho coelho hond hondje kat katje poes konijn
  hunden katten kattunge valp kissa koira kani pies piesek kot kotek krolik chomik papuga pes pejsek kocka kocicka kralik
  kutya macska nyuszi kedi kopek kus tavsan sobaka koshka kotik krolik собака кошка кот котик кролик хомяк`)

export const HOUSEHOLD_WORDS: readonly string[] = [...BY_THE_AISLE, ...BY_THE_JOB, ...BY_THE_ANIMAL]
