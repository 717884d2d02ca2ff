/** Everyday words of fourteen languages, for passphrases that must be accepted. Written for this purpose. */

const LISTS: Record<string, string> = {
  en: 'kettle window orchard gravel button marble ladder pillow curtain saddle whistle blanket lantern cabbage thimble meadow pepper anchor feather bucket carries slowly paints under sings behind borrows quietly purple wooden narrow frozen',
  de: 'Teekanne Fenster Obstgarten Kies Knopf Murmel Leiter Kissen Vorhang Sattel Pfeife Decke Laterne Kohlkopf Fingerhut Wiese Pfeffer Anker Feder Eimer trägt langsam malt unter singt hinter borgt leise violett hölzern schmal gefroren',
  fr: 'bouilloire fenêtre verger gravier bouton bille échelle oreiller rideau selle sifflet couverture lanterne chou prairie poivre ancre plume seau porte lentement peint dessous chante derrière emprunte doucement violet boisé étroit gelé tabouret',
  es: 'tetera ventana huerto grava botón canica escalera almohada cortina silla silbato manta linterna repollo dedal pradera pimienta ancla pluma cubo lleva despacio pinta debajo canta detrás presta bajito morado estrecho helado taburete',
  it: 'bollitore finestra frutteto ghiaia bottone biglia scala cuscino tenda sella fischietto coperta lanterna cavolo ditale prato pepe ancora piuma secchio porta piano dipinge sotto canta dietro presta viola legnoso stretto gelato sgabello',
  pt: 'chaleira janela pomar cascalho botão escada almofada cortina sela apito cobertor lanterna repolho dedal prado pimenta âncora pena balde carrega devagar pinta embaixo canta atrás empresta roxo estreito gelado banquinho moringa jangada',
  nl: 'ketel venster boomgaard grind knoop knikker ladder kussen gordijn zadel fluitje deken lantaarn kool vingerhoed weide peper anker veer emmer draagt langzaam schildert onder zingt achter leent zachtjes paars houten smal bevroren',
  sv: 'kittel fönster fruktträdgård grus knapp kula stege kudde gardin sadel visselpipa filt lykta kålhuvud fingerborg äng peppar ankare fjäder hink bär långsamt målar under sjunger bakom lånar tyst lila trä smal frusen',
  da: 'kedel vindue frugthave grus knap kugle stige pude gardin sadel fløjte tæppe lygte kålhoved fingerbøl eng peber anker fjer spand bærer langsomt maler under synger bagved låner stille lilla smal frossen skammel',
  fi: 'kattila ikkuna hedelmätarha sora nappi kuula tikapuut tyyny verho satula pilli peitto lyhty kaali sormustin niitty pippuri ankkuri höyhen sanko kantaa hitaasti maalaa alla laulaa takana lainaa hiljaa violetti puinen kapea jäinen',
  pl: 'czajnik okno sad żwir guzik kulka drabina poduszka zasłona siodło gwizdek koc latarnia kapusta naparstek łąka pieprz kotwica pióro wiadro niesie powoli maluje pod śpiewa za pożycza cicho fioletowy drewniany wąski zamrożony',
  cs: 'konvice okno sad štěrk knoflík kulička žebřík polštář záclona sedlo píšťalka deka lucerna zelí náprstek louka pepř kotva pero kbelík nese pomalu maluje pod zpívá za půjčuje tiše fialový dřevěný úzký zmrzlý',
  tr: 'çaydanlık pencere bahçe çakıl düğme bilye merdiven yastık perde eyer düdük battaniye fener lahana yüksük çayır biber çapa tüy kova taşır yavaşça boyar altında söyler arkada sessizce mor tahta dar donmuş tabure',
  ru: 'чайник окно сад гравий пуговица шарик лестница подушка занавеска седло свисток одеяло фонарь капуста напёрсток луг перец якорь перо ведро несёт медленно красит под поёт позади тихо лиловый деревянный узкий мёрзлый табурет',
}

export const PASSPHRASE_WORDS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(LISTS).map(([language, words]) => [language, words.split(' ')]),
)
