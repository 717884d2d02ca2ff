/** Animals, clubs, makes and places that are household names in one country and missing from lists of another. */

const listed = (text: string) => text.trim().split(/\s+/)

const PETS = listed(`
  aiko akira aslan asterix balto bambi barni bobby bonzo brutus bubi caesar cäsar cezar chanel chico cosima diva dolly
  donna duna elvis fanny felix figaro filou findus flecki fritzi gina gipsy hexe idefix jacky jerry joschka kimba krümel
  lassie laika leica lumpi maja mauzi maunz merlin mikesch miezi mogli momo murphy muschi muckel nelli obelix paulchen
  pauli peppa peterle pippa pucki putzi rambo ronja rolf sissi sina schnurri schnuffel stupsi struppi susi tapsi tinka
  tommi trixi wuschel wuffi hasso harro senta arko bello rex waldmann
  caramel cachou chouchou chaussette choupette doudou flocon gribouille grisou kiki loulou milou mimine minette minou
  moustache nougat oscar pacha patapouf pépito pistache plume pompon praline prunelle réglisse roudoudou rouky titus tigrou
  vanille zouzou
  bigotes bolita canela chispa chiquito coco copito firulais garbanzo kiko lolo luci manchas michi mimosa niebla nube
  panchito pelusa pinta pulga rayo rufo tizon toby trasto trueno turron zeus
  bolinha farofa faísca mel pingo pipoca tobias xuxa biscoito paçoca
  argo birba black briciola dora fido fiocco lilli lucky macchia micia micio minù neve nuvola oliver palla pallina pepe
  pippo pongo rocky romeo stella tommy trilly virgola zampa zorro
  bolle bram dibbes guus joep kareltje moppie pluk poekie snuf tijger vlekje
  balder bamse birk charlie doris fia frasse ludde maja missan molly morris nala pelle sigge sixten sotis tassen trisse
  laku mirri musti misse murre nappi nöpö pörrö rekku turre vili
  ares azor bary burek ciapek dyzio filemon fafik figa fąfel gucio kicia kitek klakier lola łatek mruczek mruczka puszek
  reksio saba szarik tofik bonifacy psotka tosia
  alík azor bary baryk beruška brok ferda fík haryk mourek micka míca mikeš punťa rek rita žofka ťapka
  bodri bogáncs buksi cirmi cirmos dömper morzsa mázli pamacs picur szotyi vakarcs
  boncuk çomar duman fındık karabaş köpük limon minnoş mırmır pamuk paşa tarçın tekir zeytin zeyna
  барсик бобик мурзик мурка рыжик тузик шарик васька барбос жучка пушок снежок
  barsik bobik murzik murka ryzhik tuzik sharik vaska barbos zhuchka pushok snezhok
  bilbo dobby frodo hedwig gollum legolas chewie chewbacca ewok jedi leia mando grogu mulan simba mufasa pumba timon
  pikachu eevee kirby mario luigi zelda sonic minion olaf elsa shrek godzilla
  cheddar cinnamon cupcake espresso latte macaron maple marshmallow mochi noodle noodles nacho nutmeg peanutbutter pretzel
  ravioli sesame sprinkles strudel tofu truffle wasabi brownie bagel biscotti burrito churro dumpling kimchi`)

const CLUBS = listed(`
  afc aik ifk bk cfc lfc thfc mcfc rfc utd town rovers athletic albion hotspur wanderers calcio fotboll football futbol
  leedsunited newcastleunited manchesterunited manchestercity sportingcp realbetis ultras hooligans
  acmilan aberdeen alkmaar antwerp asmonaco asroma aston avfc bvb bvb09 brondby bolton brentford brighton bristolcity
  cardiffcity cfc charlton clubbrugge coventry cracovia debrecen dinamokiev djurgarden dynamo efc elfsborg espanyol
  excelsior fcb fcbayern fcbarcelona fckoeln fcporto ferencvaros ffc fiorentina flamengo fluminense fortuna fcnuernberg
  gornik groningen guimaraes hammarby hearts heerenveen hibernian hibs honved hsv huddersfield hull ifk ipswich istanbulspor
  kaiserslautern karlsruher kilmarnock krasnodar kkw lech lechia legiawarszawa lokomotiv lille losc luton malmoff mainz05
  manutd manu mancity mfc middlesbrough millwall monaco montpellier motherwell mufc nantes nec nice nufc nottsforest
  oldham om osasuna palermo palmeiras paok panathinaikos parma partizan pogon preston psg qpr rapid rayo rcd realsociedad
  redstar rennes rosenborg rotweiss rubin saintetienne salernitana santos schalke04 sheffield sheffieldwednesday slask slavia
  slaviapraha sparta spartapraha spezia stoke stpauli strasbourg sturm sunderlandafc swansea trabzonspor torpedo toulouse
  twente udinese unionberlin utrecht valladolid vasas vfb vfl vitesse viktoria wbfc wba westbrom wigan willem wisla
  youngboys zaglebie zenit zenitspb zwolle
  allblacks springboks wallabies lionsrugby munster leinster harlequins saracens wasps tigers broncos maroons hurricanes
  canadiens mapleleafs redwings blackhawks bluejays whitesox diamondbacks astros orioles royals rockies padres marlins
  pelicans hornets pacers wizards magic commanders bengals buccaneers jaguars seahawks falcons ravens`)

const MAKES = listed(`
  absolut adac alnatura aral ariel arla aperol auchan bahlsen barilla bata baxi bbva beiersdorf belfius berlingo bialetti
  bionade bonduelle bonprix bosch brita brother bridgestone brompton budvar buitoni campari camper canyon carlsberg castrol
  castorama ceska citizen commerzbank conad continental coop crocs dallmayr darty datalogic delhaize desperados dewalt dmax
  doblo doritos dunlop durex elf emirates enel eni eroski esprit eurospar fairy fazer felix ferrero festool fila finish
  fischer fiskars fjallraven fleurymichon fortis foxconn fnac garnier gardena garnier gazprom geox gerber giant glovo gls
  grohe grolsch grundig haglofs hansa hansgrohe hawaiianairlines head hella hellofresh hilti hofer honey hornbach huggies
  huel husqvarna iglo infineon ingbank innocent intermarche iveco jacobs jagermeister jagermeister jumbo jura jysk kangoo
  karstadt kaufland kettler kinderriegel kitkat klarna klm knorr kone kronenbourg krups kverneland lavazza leclerc leffe
  leica leifheit leroymerlin liebherr lipton makita mammut manner mars maxell maggi metabo melitta mentos milwaukee mobil
  moulinex mondelez monoprix nescafe nestea norauto nordea norma numark obi ocado onedrive orangina orion oticon otto
  outlook paulaner penguin pernod perrier persil plus poco praktiker pringles privalia pirelli qashqai quechua rabobank
  ravensburger razer redmi remington revolut riedel ritz rockwool ryobi saeco salewa sanpellegrino santander scandic
  schneider schwalbe scott sennheiser seat sephora shimano signal skanska sodastream spar sprinter stabilo staedtler
  stanley starlink steam stellaartois steiff strongbow swisscom systembolaget tarkett tassimo tchibo telefonica telenor
  tempo teva tissot tomtom tork trek tuborg turkcell turkish twinings twix ubs unicredit urquell valeo valio vattenfall
  velux vileda villeroy vinted vittel vodka vorwerk warburtons weber wasa weetabix wella wizz wurth wuerth yves yvesrocher
  zeeman zipfer zewa zubrowka zywiec zebra honeywell transporter transit fordtransit fordfocus vwgolf golfgti passat octavia
  fabia polo corsa astra clio megane kadjar captur picasso partner kangoo berlingo ducato crafter vito viano actros
  caddy amarok navara hilux landcruiser defender discovery freelander rangerover cayenne macan panamera boxster carrera
  corolla yaris avensis civic accord jazz micra juke leaf duster logan sandero panda punto cinquecento giulia giulietta
  tucson santafe sportage picanto sorento outlander pajero lancer swift vitara forester impreza outback modelx modely
  golf7 audia4 audia6 audiq5 bmwx5 bmwm3 volvoxc90 xc60 v70`)

const PLACES = listed(`
  adana algarve alkmaar almeria alsace andalucia andalusia ankara antalya apeldoorn aragon arnhem asturias augsburg bavaria
  bayern bergamo besançon białystok bielsko bolzano brabant bratislava breda brescia bretagne brno bruges burgos bursa
  bydgoszcz cádiz caen cagliari canarias cantabria cartagena catalunya catania cluj coimbra częstochowa debrecen delft
  denhaag dijon donetsk drenthe eskişehir espoo estoril faro ferrara flandern foggia friesland gävle gdynia girona göteborg
  graz groningen haarlem hessen huelva iasi istria izmir jönköping kalmar kaunas kazan kayseri kharkiv klagenfurt kocaeli
  konya košice kraków leiden lerida levante limburg livorno łódź lublin luleå málaga maribor messina minsk mogadishu
  monza moravia moskau moskva mostar münchen münster murcia nancy navarra nijmegen nîmes nitra nice odessa olomouc olsztyn
  opava oulu oviedo pamplona parma perugia pescara plovdiv plzeň podgorica poitiers pomorze poznań ravenna rennes
  rhône roskilde rzeszów saarland sachsen samsun sarajevo schwaben schweiz siena silesia skopje slovenia split tarragona
  tbilisi timisoara tirana toruń toscana trabzon trento turku udine umbria utrecht valladolid västerås vigo vilnius
  vojvodina warna wallonie waterford galway limerick kilkenny donegal antrim derry lisburn newport wrexham aberystwyth
  stirling dundee paisley ayrshire highlands lanarkshire merseyside midlands berkshire wiltshire hampshire lancashire
  lincolnshire shropshire staffordshire wolverhampton huddersfield middlesbrough northampton peterborough москва
  питер казань самара россия украина`)

export const NAMES_ABROAD: readonly string[] = [...PETS, ...CLUBS, ...MAKES, ...PLACES]
