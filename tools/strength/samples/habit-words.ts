/** Words of everyday habits at work, collected separately from those in the dictionaries. */

const split = (text: string) => text.trim().split(/\s+/)

export const HABIT_WORDS: Readonly<Record<string, readonly string[]>> = {
  brand: split(`volkswagen skoda toyota peugeot citroen renault mercedes porsche mazda hyundai suzuki iveco scania
    landrover fordtransit sprinter ducato kangoo berlingo transporter makita hilti bosch dewalt festool milwaukee
    samsung iphone motorola nokia lenovo thinkpad toshiba panasonic zebra honeywell datalogic nespresso lavazza nestle
    danone heineken carlsberg guinness pepsi fanta sprite redbull haribo ferrero nutella milka lindt cadbury toblerone
    unilever henkel persil ariel nivea loreal garnier gillette colgate pampers huggies ikea lidl aldi tesco carrefour
    decathlon adidas reebok puma lacoste zara primark lego playmobil barbie nintendo playstation netflix spotify paypal
    microsoft oracle salesforce amazon ebay zalando dhl fedex ups hermes vodafone orange tmobile allianz axa barclays
    santander michelin goodyear pirelli bridgestone castrol shell esso texaco aral electrolux miele siemens philips
    dyson karcher stihl husqvarna yamaha kawasaki ducati harleydavidson rolex omega tissot swatch casio lufthansa
    ryanair easyjet emirates`),
  pet: split(`luna bella max charlie milo rocky buddy daisy coco oscar teddy ruby lola toby rosie molly poppy bailey
    pluto balu pongo snoopy garfield felix minka mauzi schnurri mohrle strolch waldi hasso bruno barny lumpi struppi
    minou filou caramel chipie pacha nougat praline reksio burek azor puszek mruczek filemon ciapek kicia mruczka
    chispa canela pelusa manchita trufa laika nero birba briciola pallina micio romeo fiona sorbas mimmi missan sigge
    ludde doris bonzo tessa kira bobik murka barsik vaska sharik pamuk boncuk karabas minnos tarcin bodri morzsa cirmi
    micka alik hasan kulfi tinkerbell butterscotch marshmallow peanutbutter cheddar noodle pretzel biscotti wasabi
    nacho burrito chewbacca pikachu bilbo frodo gandalf dobby hedwig aslan simba nala mufasa`),
  trade: split(`warehouse forklift invoice orders sales salesteam fieldsales wholesale retail customer customers
    supplier delivery deliveries shipping logistics stockroom barcode scanner tablet vanroute route66 pricelist discount
    catalogue marketing accounts payroll purchasing manager office headoffice reception workshop bakery butcher florist
    greengrocer brewery winery dairy cheese coffee plumbing hardware timber electrical stationery cosmetics pharmacy
    petfood furniture textiles footwear toyshop lager auftrag rechnung kunde verkauf vertrieb aussendienst einkauf
    buchhaltung lieferschein grosshandel kundendienst werkstatt baeckerei metzgerei commande facture vendeur magasin
    livraison entrepot boulangerie boucherie fournisseur almacen ventas pedidos factura cliente proveedor panaderia
    magazzino vendite ordini fattura cliente panificio macelleria sprzedaz faktura zamowienie klient hurtownia piekarnia
    magazyn dostawa objednavka sklad prodej zakaznik bestelling magazijn verkoop klant factuur groothandel ordre lagret
    forsaljning kund faktura tilaus myynti varasto asiakas satis siparis musteri depo fatura prodazhi sklad zakaz
    salesrep keyaccount territory quarter target bonus commission teamlead trainee driver`),
  date: split(`january february march april june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday januar februar maerz juli oktober dezember montag dienstag mittwoch donnerstag
    freitag samstag sonntag janvier fevrier mars avril juillet aout septembre octobre novembre decembre lundi mardi
    mercredi jeudi vendredi samedi dimanche enero febrero marzo abril mayo junio julio agosto septiembre octubre
    noviembre diciembre lunes martes miercoles jueves viernes sabado domingo gennaio febbraio aprile maggio giugno
    luglio settembre ottobre dicembre lunedi martedi mercoledi giovedi venerdi sabato domenica styczen luty marzec
    kwiecien czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien poniedzialek wtorek sroda czwartek piatek
    leden unor brezen duben kveten cerven srpen zari rijen listopad prosinec pondeli utery streda ctvrtek patek sobota
    januari februari maart augustus maandag dinsdag woensdag donderdag vrijdag zaterdag zondag tammikuu helmikuu
    maaliskuu huhtikuu toukokuu kesakuu heinakuu elokuu syyskuu lokakuu marraskuu joulukuu maanantai tiistai
    keskiviikko torstai perjantai lauantai sunnuntai ocak subat nisan mayis haziran temmuz agustos eylul ekim kasim
    aralik pazartesi sali carsamba persembe cuma cumartesi spring summer autumn winter fruehling sommer herbst
    printemps automne hiver primavera verano otono invierno estate autunno inverno wiosna jesien zima lato lente zomer
    herfst sommar hosten vintern kevat kesa syksy talvi yaz sonbahar ilkbahar jaro podzim easter christmas halloween
    weihnachten ostern navidad natale noel jul joulu wielkanoc`),
  team: split(
    `arsenal chelsea liverpool everton tottenham spurs manutd mancity westham astonvilla leedsunited
    newcastleunited sunderlandafc celtic rangers hibernian bayern bvb09 dortmund schalke04 werder stpauli eintracht
    hsv1887 borussia realmadrid barcelona barca atletico sevilla valencia juventus milan acmilan inter napoli lazio
    asroma psg marseille olympique lyon monaco ajax feyenoord psv benfica sporting fcporto galatasaray fenerbahce
    besiktas legia lechpoznan wislakrakow slavia sparta spartak zenit malmo hammarby aikfotboll rosenborg brondby hjk
    ferencvaros redsox yankees lakers celtics bulls cowboys packers patriots steelers broncos maple leafs canucks
    allblacks springboks`.replace('maple leafs', 'mapleleafs'),
  ),
  place: split(`london birmingham glasgow cardiff bristol dublin cork berlin hamburg muenchen koeln stuttgart leipzig
    vienna salzburg zurich geneve paris lyon bordeaux lille strasbourg madrid sevilla bilbao roma milano torino firenze
    lisboa amsterdam utrecht rotterdam antwerpen bruxelles stockholm goteborg oslo bergen aarhus odense helsinki tampere
    warszawa krakow gdansk wroclaw praha brno ostrava budapest debrecen istanbul ankara izmir moskva kazan sydney
    melbourne auckland toronto chicago boston seattle houston devon yorkshire bavaria toscana andalucia provence`),
}
