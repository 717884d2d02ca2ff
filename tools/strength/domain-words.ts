/** Words that people use in passwords at work and that are too rare in lists of leaked passwords. */

const listed = (text: string) => text.trim().split(/\s+/)

const TRADE = listed(`
  account accounts agency agent audit barcode batch bestellung betrieb bill billing boutique branch broker budget bureau
  business buyer canvass captain car cargo carrier cash catalog catalogue chef claims client clients commande commission
  company conference contact contract corporate courier crate credit customer customers damage dealer deals delivery
  demand department depot device discount dispatch display distribution distributor driver einkauf employee enterprise
  entrega equipment export facture factory fahrer field finance firma fleet forecast forklift forwarder freight fulfilment
  gateway global goods grocery group growth handel handheld headquarters holding import incoming industry innovation
  inventory invoice item kasse kunde kunden lager laptop lead leader ledger leistung leiter lieferung list loading logistics
  lorry magasin manager manufacturing margin market marketing material meeting member merchandise merchant mobile monthly
  motivation network office offer online operations order orders outlet packing pallet partner parcel payment payroll
  pedido picking pipeline plan portal price pricelist pricing product production products profit project promo promotion
  purchase purchasing quality quantity quarter quarterly quota quote rabatt receipt rechnung region regional rep report
  representative reseller retail retailer return returns revenue route sale sales salesforce salesman salesperson sample
  samples scan scanner secure service services settlement shelf shift shipment shipping shop showroom staff station stock
  stocktake store stores strategy success supervisor supplier supply support system tablet target targets tariff team
  terminal territory tour tracking trade trader trailer training transport transit travel trolley truck turnover umsatz
  unit urlaub van vendor verkauf vertrieb vente ventes visit voucher warehouse warehousing ware waren weekly welcome
  wholesale wholesaler willkommen work worker workshop yield zentrale`)

const TRADES_OF_THE_CUSTOMERS = listed(`
  apotheke bakery bakeri bar barber beauty beer beverage bicycle bike bistro book bookshop brewery builder butcher cafe
  candy carpenter catering cellar ceramic cheese chemist chocolate clothing coffee confectionery cosmetics dairy deli
  dentist detergent diesel diner drinks drugstore electrician electronics fabric farm fashion feed fish fishmonger flooring
  florist flower flowers food footwear fresh frozen fruit furniture garage garden gift glass grain greengrocer grill
  hairdresser hardware health hotel household hygiene icecream jewellery juice kebab kiosk kitchen lamp leather lighting
  liquor lumber machine meat medical medicine metal milk mineral motor nursery nurse office optician organic paint paper
  pasta pastry perfume pharma pharmacy pizza plastic plumber plumbing poultry printing pub restaurant roofing salad salon
  sandwich seafood seeds shoes snack soap sports spirits stationery steel supermarket tailor tea textile tiles timber
  tobacco tools toys tyre tyres uniform vegetables vet vineyard vitamin watch water welding welder wine winery wood wool
  mechanic painter plasterer bricklayer roofer joiner gardener farmer baker teacher doctor lawyer engineer architect
  accountant cleaner cook waiter soldier pilot sailor fisherman hunter miner smith potter weaver`)

const PETS = listed(`
  abby ace alfie angel apollo archie ash athena bailey balou bandit barney beagle bear bella bello benji benny bentley
  biscuit blacky blue bobby bonnie boots bounty boxer brandy bruno bubbles buddy buffy bulldog bunny buster butterscotch
  callie candy cat chance charlie chase chester chihuahua chip chloe cindy cleo coco cocoa cookie cooper copper corgi
  cosmo cuddles daisy dakota dalmatian daphne dexter diamond diego dixie dog doggy duke dusty echo ella elsie emma felix
  fido finn flash flocke fluffy foxy frankie freddy garfield george ginger gizmo goldie goldfish grace gracie gunner
  gypsy hamster hank harley harry hazel heidi henry holly honey hunter husky iggy jack jackson jake jasmine jasper joey
  josie jumper kali katze kira kitten kitty koko kuma labrador lady leo lexi lilly lily loki lola lucky lucy luke lulu
  luna macy maggie marley max maya mia midnight mickey mieze mika millie milo mimi minka minnie misty mittens mocha molly
  monty moritz morris moose mowgli muffin murphy mushu nala nelly nemo nero nico nina nugget oakley odie oliver ollie
  olive oreo oscar otis otto pablo paco panda parrot patches paws peaches peanut pebbles penny pepper percy phoebe pickles
  piper pixie poppy poodle precious prince princess pudding pumpkin puppy purzel quincy rabbit ralph rambo rascal reggie
  remy rex ricky riley rocco rocky roger romeo rosie rottweiler roxy ruby rudi rufus rusty sadie sally salem sam sammy
  samson sandy sasha schatzi schnuffi scooby scooter scout shadow shelby sheba shih simba skippy sky smokey smudge snoopy
  snickers snow snowball snowy socks sophie spaniel sparky spike spot stanley star stella storm strolchi sugar sunny susi
  sushi sweetie sylvester tabby taco tango tasha teddy terrier tiffany tigger tiger tillie tilly timmy tinker tinkerbell
  titan toby tommy toffee trixie tucker turtle twix tyson vader violet waffles waldi wallace whiskers willow winnie winston
  wolfie woody yoda yogi yoshi zeus ziggy zoe zorro`)

const BRANDS = listed(`
  acer actimel adidas adobe airbus aldi alfaromeo alibaba allianz amazon amd amex android apple aprilia aquafresh armani
  asics asos aston audi avon axa barbie barclays bayer becks bentley bershka birkenstock blackberry bmw boeing booking
  bosch bose braun budweiser bugatti bulgari burberry burgerking bvlgari cadbury cadillac calvinklein calzedonia canon
  carlsberg carrefour cartier casio caterpillar cathay chanel chevrolet chiquita chrysler cisco citibank citroen coach
  cocacola colgate continental converse corona costco cupra dacia daewoo daimler danone datsun decathlon dell delonghi
  deutsche dhl diageo dior disney dodge dolce dove dreamliner ducati dunkin duracell dyson easyjet ebay edeka electrolux
  epson ericsson esso evian facebook fanta fedex ferrari fiat firefox fisherprice ford fossil fujitsu gap garmin gatorade
  gillette github google goodyear gopro gucci guess guinness haier haribo harley hasbro heineken heinz henkel hermes
  hersheys hewlett hilton hitachi honda honeywell hsbc huawei hugoboss hyundai ibis iceland ikea infiniti instagram intel
  iphone ipad isuzu iveco jaguar jeep johndeere johnnie kappa karcher kawasaki kelloggs kenwood kia kinder kingston kodak
  komatsu lacoste lamborghini lancia landrover landliebe lavazza lego lenovo levis lexus lidl lindt linkedin linux
  logitech loreal louisvuitton lufthansa macbook mango marlboro marriott maserati mastercard mattel maybelline mazda
  mcdonalds mclaren mercadona mercedes metro michelin microsoft miele milka mini mitsubishi moet monster montblanc
  motorola mustang nescafe nespresso nestle netflix netto nikon nike nikon ninja nintendo nissan nivea nokia nutella
  nvidia oakley omega opel oracle oralb oreo orange panasonic pampers pandora patagonia paypal penny pepsi persil peugeot
  pfizer philips pinterest pioneer pirelli playmobil playstation polo polaroid porsche prada primark pringles prosecco
  puma qantas quiksilver rayban reddit redbull reebok renault rewe ricoh ritter roche rolex rolls rossmann ryanair saab
  sainsbury salesforce salomon samsung sandisk santander sanyo sap saturn scania schweppes seat seiko shell siemens
  silvercrest skittles skoda skype slack smart snapchat sony spotify sprite starbucks stihl subaru subway suzuki swarovski
  swatch swiffer tchibo tefal telekom tesco tesla texaco thinkpad tiffany tiktok timberland toblerone tommy toshiba total
  toyota triumph trivago tupperware twitter uber under unilever uniqlo ups vans vauxhall versace vespa victoria visa vodafone
  volkswagen volvo walmart warsteiner whatsapp whirlpool wikipedia windows xbox xerox xiaomi yahoo yamaha yamaha youtube
  zalando zanussi zara zeiss zoom`)

const TEAMS = listed(`
  ajax anderlecht arsenal astonvilla atalanta atletico barca barcelona basel bayern benfica besiktas bilbao birmingham
  blackburn borussia braves brewers broncos browns bruins bucks bulls burnley canucks capitals cardinals cavaliers celtic
  celtics chargers chelsea chiefs clippers club colts cowboys crystalpalace dallas derby dinamo dodgers dolphins dortmund
  ducks eagles eintracht everton falcons fenerbahce feyenoord fiorentina flyers football formula fulham galatasaray genoa
  giants grizzlies hamburg hannover hawks heat hertha hornets inter islanders jazz jets juve juventus kings knicks koeln
  lakers lazio leeds legia leicester leipzig leverkusen lions liverpool lyon madrid magpies mancity manchester manunited
  marseille mavericks mets milan monaco napoli nets newcastle norwich nottingham nuggets nurnberg olympiacos olympique
  oilers packers panthers paris patriots penguins phillies pistons porto predators psv raiders rams rangers raptors ravens
  realmadrid redskins redsox rockets roma saints sampdoria schalke seahawks senators sevilla southampton spartak sporting
  spurs stallions steelers stuttgart suns sunderland swansea texans thunder timberwolves tigers titans torino tottenham
  trailblazers twins united valencia vikings villa villarreal warriors watford werder westham wolves wolverhampton yankees
  zenit soccer rugby hockey cricket basketball handball tennis golf boxing fussball futbol`)

const PLACES = listed(`
  aachen aarhus aberdeen alaska alberta algarve alicante alpen amalfi amsterdam ankara antwerp arizona athens atlanta auckland
  augsburg austin bali baltimore bangkok bari basel bath beirut belfast bergen berlin bern bielefeld birmingham bochum bogota
  bologna bonn bordeaux boston bratislava bremen brighton brisbane bristol brno bruges brussels bucharest budapest
  buenosaires cadiz cairo calgary california cambridge canterbury capetown cardiff casablanca catania chemnitz chester
  chicago christchurch cologne colorado copenhagen cordoba cork cornwall coventry cracow dallas darmstadt delhi denver
  detroit devon dorset dortmund dresden dubai dublin duisburg dundee durban dusseldorf edinburgh eindhoven erfurt essen essex
  exeter faro florence florida frankfurt freiburg gdansk geneva genova ghent gibraltar glasgow gothenburg granada graz
  grenoble haag halle hamburg hanoi hannover harbour hawaii heidelberg helsinki houston hull ibiza innsbruck inverness ipswich
  istanbul jakarta jena johannesburg kansas karlsruhe kassel katowice kent kiel kiev koblenz koln kopenhagen krakow kyiv kyoto
  lausanne leeds leicester leipzig liege lille lima limerick lincoln linz lisboa lisbon liverpool ljubljana lodz london
  losangeles louisiana lubeck lucerne lugano lund luxembourg luzern lyon maastricht madeira madrid magdeburg mainz malaga
  mallorca malmo manchester manhattan mannheim marbella marseille melbourne memphis mexico miami michigan milan milano
  minneapolis modena montana montpellier montreal moscow mumbai munich munchen munster nairobi nantes naples napoli nashville
  nevada newcastle newyork nice norfolk normandy norwich nottingham nurnberg odense odessa ohio oldenburg orlando osaka oslo
  ostrava ottawa oxford padova palermo paris parma pasadena perth philadelphia phoenix pisa pittsburgh plymouth porto
  portsmouth potsdam poznan prague praha preston provence quebec queensland reading regensburg rennes reykjavik riga rimini
  rochester roma rome rostock rotterdam rouen salerno salford salzburg sanfrancisco santiago santorini saopaulo sardinia
  scotland seattle seoul seville shanghai sheffield shrewsbury sicily singapore sofia somerset southampton split stockholm
  strasbourg stuttgart suffolk surrey sussex swansea swindon sydney tallinn tampa tampere texas tirol tokyo toledo toronto
  torino toulouse trieste trondheim tunis turin turku tuscany ulm uppsala utrecht valencia vancouver venice verona vienna
  vilnius virginia wales warsaw warszawa washington wellington wien wiesbaden wolfsburg worcester wroclaw wuppertal wurzburg
  york yorkshire zagreb zurich`)

const SEASONS_AND_FEASTS = listed(`
  spring summer autumn fall winter frühling frühjahr sommer herbst primavera verano otoño invierno printemps été automne
  hiver estate autunno inverno verão outono lente zomer herfst vår sommar höst vinter forår efterår høst kevät kesä syksy
  talvi wiosna lato jesień zima jaro léto podzim весна лето осень зима tavasz nyár ősz tél ilkbahar yaz sonbahar kış
  easter christmas xmas halloween newyear holiday holidays vacation birthday weekend ostern weihnachten silvester
  geburtstag feiertag noel paques navidad pascua natale pasqua carnaval karneval fasching thanksgiving valentine`)

const SECRETS = listed(`
  password passwort passwd passcode passphrase pass secret geheim geheimnis kennwort schluessel key access login logon
  signin admin administrator root user username guest test tester testing temp temporary default change changeme
  changeit reset initial start letmein hello hallo hola bonjour ciao salut welcome bienvenue bienvenido benvenuto
  contraseña motdepasse senha parola hasło heslo salasana lösenord passord adgangskode wachtwoord jelszo sifre şifre
  пароль секрет привет ключ iloveyou trustno master monkey dragon sunshine superman batman starwars pokemon qwerty
  azerty qwertz abc love liebe amour amor god jesus maria money power matrix ninja hunter killer
  january monday family happy lucky forever`)

export const DOMAIN_WORDS: readonly string[] = [
  ...new Set([
    ...TRADE,
    ...TRADES_OF_THE_CUSTOMERS,
    ...PETS,
    ...BRANDS,
    ...TEAMS,
    ...PLACES,
    ...SEASONS_AND_FEASTS,
    ...SECRETS,
  ]),
]
