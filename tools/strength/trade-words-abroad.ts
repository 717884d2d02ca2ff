/** Goods, and the people who order, sell, store and deliver them, in the languages of Europe. */

const listed = (text: string) => text.trim().split(/\s+/)

const GERMAN = listed(`
  auftrag aufträge angebot anfrage aussendienst außendienst arbeit arbeiter artikel bäckerei bäcker bestand besteller
  bestellungen blumen brauerei brot buchhaltung büro chef drogerie einkäufer einzelhandel fahrzeug feierabend filiale
  fleisch frachtbrief fuhrpark gebiet gehalt geld gemüse gärtnerei geschäft getränke getränkemarkt großhandel gutschein
  händler handwerk hausmeister innendienst inventur kaffee käse kassierer kaufmann kollege konditorei konto kundenkarte
  kundendienst kundin ladenlokal lagerist lastwagen laster lieferant lieferanten lieferschein lieferwagen marktleiter
  metzgerei metzger mitarbeiter monat montage obst palette preisliste preise produkt provision quartal reisender regal
  schicht schreibwaren sortiment spedition steuer stapler staplerfahrer supermarkt teamleiter tour transporter umsätze
  verkäufer verkäuferin verkaufsleiter versand vertreter vertriebsleiter vertriebsteam waage ware warenkorb werkstatt
  werkzeug woche zahlung zentrallager ziel zoll lohn firmenwagen dienstwagen kantine pause quittung mahnung skonto`)

const FRENCH = listed(`
  achat achats acheteur agence annuel atelier auditeur banque bière boisson boissons boucher boucherie boulanger
  boulangerie boutique brasserie bureau café caisse caissier camion camionnette catalogue charcuterie chargement chariot
  chauffeur chef chiffre client clientèle clients colis comptable comptabilité comptoir congés directeur droguerie
  échantillon emballage employé enseigne entrepôt entreprise épicerie équipe étiquette expédition facturation factures
  fleuriste fleurs fournisseur fournisseurs fromage fruits gérant grossiste hypermarché inventaire journal légumes
  librairie livraison livraisons livreur logistique magasinier marchand marchandise marché marge métier mobilier mois
  objectif objectifs offre paiement pain palette papeterie patron pâtisserie pharmacie poissonnerie poisson prime prix
  produit produits promotion quincaillerie rayon réception remise rendezvous représentant réunion salaire secteur semaine
  société soldes stocks tarif tarifs tournée transporteur travail trimestre usine vendeur vendeuse viande vin vins visite`)

const SPANISH_PORTUGUESE_ITALIAN = listed(`
  albarán almacén almacenes bodega caja cajero camión camioneta carnicería catálogo cerveza cliente clientes cobrador
  comercial comercio compra compras conductor contabilidad cuenta descuento descuentos diario dinero distribuidor empleado
  empresa encargado entregas envío equipo fábrica farmacia ferretería flores floristería frutas frutería ganancia gasto
  gerente inventario jefe logística mayorista mercado mercancía mercadería mes negocio nómina objetivo oferta ofertas
  oficina panadería papelería pago paquete pasteleria pedidos pescadería precio precios presupuesto producto productos
  proveedor proveedores queso recibo repartidor reparto reunión rutas salario semana sueldo supermercado surtido taller
  tienda tiendas trabajador trabajo transporte trimestre vendedor vendedora venta verduras viaje vino zona
  armazém camião caminhão carrinha cerveja cobrança comprador contas desconto depósito encomenda encomendas entregador
  escritório estoque fábrica fatura faturas feira fornecedor fornecedores funcionário gerência grossista lojista loja lojas
  mercadoria metas motorista negócio padaria pedido peixaria preços produto queijo reunião salário talho trabalho vendas
  vendedora varejo vinho atacado açougue
  acquisti agente agenzia azienda banco birra bolla bottega buoni caffè cantina carrello cassa catalogo cliente clienti
  commerciale consegna consegne contabilità corriere ditta edicola enoteca fabbrica fattura fatture ferramenta fiori
  formaggio fornaio fornitore fornitori forno frutta furgone gelateria giacenza grossista imballaggio ingrosso lavoro
  libreria listino macelleria magazzini magazzino merce mercato mese negozio negozi obiettivo offerta ordine ordini
  officina pagamento pane panetteria panificio pasticceria pescheria prezzi prezzo prodotti prodotto provvigione ricevuta
  rappresentante riunione salumeria sconto sconti settimana spedizione spedizioni spesa stipendio supermercato trasporto
  trimestre ufficio venditore vendite vendita verdura vino`)

const DUTCH_NORDIC = listed(`
  aanbieding afdeling baas bakker bakkerij bestelbus bestellen bestelling bestellingen bezorger bezorging bier bloemen
  boekhouding brood chauffeur dagomzet doos drankenhandel factuur facturen fabriek fiets groente groenten groothandel
  inkoop inkoper kaas kantoor kassa klant klanten koerier koffie korting leverancier leveranciers levering loods maand
  magazijn magazijnier markt medewerker omzet order pakbon pakket prijs prijslijst prijzen product provincie rekening
  slager slagerij slijterij vergadering verkoop verkoper verkoopster vertegenwoordiger vlees voorraad vrachtwagen
  vrachtauto week werk werkplaats winkel winkels zuivel
  affär apotek arbete avtal bageri bagare beställning blommor bröd butik butiker chaufför chef distrikt faktura fakturor
  frukt försäljning försäljare grossist grönsaker handlare inköp inköpare kaffe kassa kontor kund kunder kundtjänst kött
  lager lagret lastbil leverans leverantör livs lön marknad möte månad order ost paket pall pris prislista priser rabatt
  rapport resa restaurang saker skift säljare truck ungdom verkstad vecka varor öl
  aftale arbejde bager bageri bestilling blomster brød butikken chauffør fabrik faktura frokost frugt forretning grossist
  grøntsager indkøb kasse kontoret kunde kunder købmand kørsel lager lagerchef lastbil levering leverandør løn marked måned
  møde omsætning ordre ordrer pakke prisliste rabat salg salgschef slagter sælger tilbud uge varebil varer værksted vin
  arbeid bedrift blomster butikk fabrikk innkjøp kjøtt kjøpmann lastebil lønn leveranse måned møte ordrebok regning salg
  salgsleder selger sjåfør slakter tilbud uke varebil varelager verksted
  alennus asiakas asiakkaat elintarvike hinta hinnasto hedelmät huolto jakelu juusto kahvi kassa kauppa kauppias kauppiaat
  kirja kokous konttori kuljetus kuljettaja kukat kuukausi lasku laskut leipä leipomo liha maksu markkinointi myyjä myynti
  myyntipäällikkö olut ostaja osto palkka paketti päällikkö rekka ruoka tarjous tavara tehdas tilaukset tilaus tili toimisto
  toimitus toimittaja tukku tukkukauppa tuote tuotteet työ työmaa vihannes viikko varasto varastomies yritys`)

const CENTRAL_EAST = listed(`
  apteka biuro cena cennik cukiernia dostawa dostawca dostawy faktura faktury fabryka firma handel handlowiec hurt
  hurtownia kasa kawa kierowca kierownik klient klienci kurier kwartał kwiaciarnia kwiaty magazyn magazynier miesiąc mięso
  mleczarnia narzędzia odbiór oferta owoce paczka pensja piekarnia piekarz piwo piwiarnia praca pracownik prezes promocja
  przedstawiciel przesyłka rabat rachunek rzeźnik samochód sekretarka ser sklep sklepy spedycja spotkanie spożywczy
  sprzedawca sprzedaż szef targ towar towary transport trasa tydzień umowa urlop warsztat warzywa wino wysyłka zakup zakupy
  zamówienia zamówienie zebranie zespół zwrot chleb ciężarówka
  cena ceník dodávka dodávky dodavatel faktura fakturace firma hospoda káva květiny květinářství lékárna maso měsíc
  mzda nabídka nákup nákupčí objednávka objednávky obchod obchodník obchodní ovoce obrat paleta pekárna pekař pivo pivovar
  platba pokladna porada práce prodavač prodavačka prodej prodejce prodejna prodejny produkt provize ředitel řezník řidič
  sklad skladník skladiště sleva sýr šéf tabák tým trh týden víno velkoobchod výdej výplata zákazník zákazníci zásilka
  zásoby zboží zelenina dílna
  ajánlat akció áru áruház bolt boltok csapat csomag dolgozó eladás eladó étterem fizetés főnök fuvar gyár gyümölcs hentes
  hónap hét iroda kávé kedvezmény kenyér kereskedő kereskedés kiszállítás kocsma könyvelés megrendelés munka műhely
  nagyker nagykereskedés pék pékség pénztár piac raktár raktáros rendelés rendelések sajt sofőr sör számla számlák
  szállítás szállító termék teherautó üzlet vállalat vásárlás vevő vevők virág virágbolt zöldség
  alışveriş bakkal bayi bira büro çiçek çiçekçi dağıtım depo ekmek eczane esnaf fabrika fatura faturalar fırın firma fiyat
  fiyatlar hafta iş işçi indirim kahve kamyon kargo kasa kasap kasiyer kırtasiye lojistik mağaza maaş manav market meyve
  müdür müşteri müşteriler nakliye ofis ödeme ortak pastane patron pazar pazarlama peynir plasiyer satıcı satış satışlar
  sebze sevkiyat sipariş siparişler şoför stok şirket tedarik teslimat tezgah toptan toptancı ürün ürünler yönetici zam
  аптека бухгалтер бухгалтерия водитель выручка грузовик деньги директор договор доставка завод заказ заказы закупка
  закупки зарплата касса кассир квартал клиент клиенты компания кофе курьер магазин магазины маркетинг менеджер месяц мясо
  накладная неделя овощи опт оптовый отдел отпуск офис пекарня пиво план покупатель поставка поставщик прайс премия продавец
  продажа продажи продукты работа рынок сантехник скидка склад счет сыр товар товары торговля транспорт фабрика фирма хлеб
  цветы цена цены шеф
  zakaz zakazy sklad tovar prodazha prodazhi prodavec magazin kassa menedzher direktor rabota rabotnik dostavka postavka
  postavshik klient voditel skidka zarplata buhgalter tsena otdel`)

export const TRADE_WORDS_ABROAD: readonly string[] = [
  ...GERMAN,
  ...FRENCH,
  ...SPANISH_PORTUGUESE_ITALIAN,
  ...DUTCH_NORDIC,
  ...CENTRAL_EAST,
]
