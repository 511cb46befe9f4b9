extension CompoundLexicon {
  /// Words of everyday nouns, places, months.
  static let general = """
    accept acceptabel acceptabla acceptans acceptera administration administrativ administratör \
    administrera adress adressera affär affärs afrika aktör alarm alarmera all= alla= allians \
    allvar allvarlig ambassad ambassadör ambition ambitiös ambulera ambulerande amerika analytiker \
    angelägna ansträngd april arena argument argumentation argumentera arrangemang arrangera \
    arrangör arrende artikel~ asien aspekt association associera attrahera attraktivitet attribut \
    augusti auktoritet auskultera avgäld baltisk band bandage bank bar barnmorske= barns= \
    barometer barometern barriär base bassäng benchmarking benägen benägenhet bespisning biblio= \
    biograf biosimilar bjudna blad bland blekinge bliven blivna block blogg blomma blåsare blåst \
    bodd boka bokning boll bonus borra borrning borste borås bostad+ bostäder brev brist brist= \
    brista broschyr bruten brutet bräda buren buret burit burna butik butiker byggt byrå byråkrati \
    byt bår båt bägge bänk check checka cirkel~ citat citera covid dag= dalarna dam dana daning \
    danmark dator debatt debattera december definiera definition deg deklaration deklarera dels= \
    demokrat dermatoskopi design designa desk dess dess-utom detaljerad diagnosticera \
    diagnosticering digi= diplomera dirigera diskontera diskontering diskussion diskutera dispon \
    disponera disponibel disponibla disposition disputera disputerad distribuera distribution \
    distrikts doktor doktorand domän duk dygd däck dämpa dämpning där= därav= där-efter \
    däre-mellan däri= däri-bland däri-genom där-ut-över därut-över= döme egenskap eksjö eld \
    eldsvåda elek-tri-ci-tet! elek-tri-fi-era! elek-tri-ker! elek-trisk! elek-tro-nik! \
    elek-tro-nisk! elevers= elit emot england en-tre-pre-nad! en-tre-pre-nör! epidemiologisk \
    eskilstuna etablera evenemang examination exempel exempel~ experiment expert expertis \
    exploatör express fabrik facebook fakta faktisk faktor faktum falun farmakologisk februari \
    feedback fel fel= femtio femton femtonde fenomen fest fick= ficka fientlig fientlighet figur \
    fika filharmoniker filharmonisk filter~ finansiär fintlig fjol fjorton fjortonde fjäll flagga \
    flask= flaska flick= flicka flygel~ flykt flykting flyr formalisera formulera forn= \
    fornlämning forum fotograf fotografera fotografi fraktion framförallt frankrike fredag fresta \
    frestning frid frids= frist fristig front frukost främling fukt fuktig funktionär fylleri \
    fyllt fyrtio fågel fågel~ fåglar fält färg färga född födda för-ening förlös förlösa förmån \
    för-orena för-orenad för-orening förr= förs första förstahands= fört förtäring förälder \
    föräldraskap galleri gelägna gemen-sam gemen-samma general generalisera generator gentlig \
    geriatrikum given gjord gjorda glas glass gles glesbygd gotland gran grav grej gruva gränna \
    gräs gud guide gul gula gångs= gås gåva gåvo= gäld gälla gällande gäng gärning gävle gör görs \
    göteborg hall halland halsar halt handskas harmoni harmonisera hassel helsingborg hemm \
    hierarki himmel hit= hjul holka hopa horisont hospice humor hund hur= huskvarna hustru \
    huvudmanna= huvudmannaskap hylla hypertensiv hypertoni hår hälften hälsan hämma hämmare \
    händelse händelser här= hässja häst höger höger= höst höst= höst-budget höst-termin \
    i-an-språk= ibland= identifiera identifikation identitet identitets ideologi ikon illustration \
    illustrera industri industriell ingenjör initiera in-land inspiratör inspiratörer in-sta-gram! \
    instans institut institution institutionell instruera instrument instrumentell intensifiera \
    intermediär internationalisera intervju intervjua intravenös intressant introduktions \
    involvera invärtes= istället jakt januari jubileum jubileums jul juli juni jämtland jönköping \
    jönköpings= kabel~ kalender~ kalmar kanal kandidat kaos kapacitet kapitel~ karakterisera \
    karaktär karaktärs= karlshamn karlskrona karlstad katalog katastrof kategori kategorisera \
    kemist klausul kliniker klocka klubb kluster klustret kläda klädd klädning knapp koalition \
    kock kollaps koloni kombination kombinera kommen kommentar kommentera kommersiell kommission \
    kommunal komna komplement komplettera komplex komplexitet komplicera komplikation komponent \
    kompromiss kompromissa koncentration koncentrera koncept konferens konferera konkret \
    konkretisera konstatera konstruera konstruktion konsult konsultation konsultativ konsultera \
    konsument konsumera konsumtion kontant kontext kontinuerlig kontinuitet kontinuitets kontrast \
    konvention konversation kooperation kooperativ koordination koordinator koordinera korrekt \
    korridor korruption kostym kraftig krans= kreditiv kriminal= kriminalitet kriminell krist= \
    kristen kristianstad kritiker krok kronoberg kropps kruka kulle kulturstipendium kung kunnen \
    kvarter kvinnors= kvitt kvitto kvitton kyrka kyrklig kyrko= körsbär laboratorisk lada led led= \
    legal legitimitet lek-man lek-manna= lektion lektor levd lever liberal licentiat lindra \
    lindrig linjär litteracitet litteratur logistisk loj lugn lugna luleå lunch lunch= lund lunds= \
    lust lyftorna lyx låda lågtröskel läger~ ländsk länge längs längt länk länka lärarinne= lösta \
    magasin magister magnet maj majoritet makt makulera malmö management mann manna= manual \
    manuell manus marginal marin mars maskopi mass= massa master= materiel materiell maximal \
    maximera medvetet mekaniker mellan-akt meny mesta= mestadels metabol metall meter middag \
    middags midnatt militär minimal minimera minut missil mod mode moderat modig modul moln moment \
    montera mord motorisera motto mur musiker musk mynt mynta myt måla målare måndag männ \
    människors= mäns= mörk möss nagel~ namn napp nationalisera naturligtvis nedre= neuroleptika \
    neuroleptikum nisch nischa nischning njuta noll noll= nolla nord nordisk nordlig nordost norge \
    norr norra november nyans nybliven nyfiken nykter nykterhet nypa någon= näbb näs näste nöt \
    observation observera ockupera oegentlig offensiv oktober olja olje olje= olofström omklädning \
    onsdag opposition optiker optimism option orgel~ origo ork orkester~ otta oväntad paket \
    paketera pall panel pa-pil-lom! pass passage passager patienters= paus peng penga= pengar \
    pengen penna periodicitet personlighet pigg pil piller pinne pionjär plane= platta plog plugg \
    pneumokock podd poesi poet pojk= pojke politiker pool popularitet portal portfölj portion \
    porto position positionera postnummer poäng poängtera praxis preparat presentation presentera \
    presidie presta prestanda prestation prestera prick prins privat privata privatisera procedur \
    producent professionalisera professor proffs profil profilera programm promemoria promotor \
    propagera proportion protetisk proton provins prägla präglad psykiatrin publicera publik \
    publikation pump pumpa punktlig pussel~ rad radikal rand randning rangera rast rattfylleri rea \
    realisera realtids= recension reducera reduktion referat referens referera reform reformera \
    regi regim regressiv rehab rehab= rekommendation rekommendera rekord relief religions \
    reskontra respekt respektera respektive respons rest= resta rester restera restriktion \
    restriktiv retorik revolution ribba rik= rim ring riskera rival robust ronneby rost rot rulle \
    rumm ruta ryckning rysk ryska ryssland rånta rör rörlighet rötter sadel~ salutogen samma \
    samman samt samtlig sand scen schablon segel~ segregation sekund seminarie= seminarier \
    seminarium senat sensor september serie servicedesk servis session sexualitet sexuell signatur \
    signera silver simulator simulera sjukgymn skal skal= skala skalbar sked skede skilt skjuten \
    skjutna sko skole= skor skred skriven skrivna skrivs skum skyldig skyldighet skylt skylta \
    skåla skåne skåp skärm skörhet sköterske= skövde slakt slang slant slinga slott slump sluten \
    släkt släktskap smak smör snickare snöre socken solidarisk solidaritet solig soma= somatisk \
    sorg sort sortiment sorts spade spalt speciellt specificera specifik specifika specifikation \
    spets spetsa spik spisning spjut sponsra spridd sprit sprut stab stam stamm stamma statut sten \
    sticka stig stil stilla stimulantia stimulation stipendie stipendium stjärn= stjärna stock \
    stockholm stolt stolthet straff straffa strumpa strut strå stråk ström stubb styck stycke \
    stymp stympa stympning stället stärks stärkt succession sund sunda sundsvall sunt= sverige \
    sverige= sväng syd sydlig sydost syfta syfte symbol symbolisk symfoni symfonisk sympati synd \
    synergi synlig synner synnerhet synnerlig synonym synt syre systematisera systemens= sång sås \
    säck säd säl sällskap+ sällsynt säsong säsongs sävsjö söder södra sölvesborg sörmland tabu \
    takt tall tandborst tapet tass tavla tegel tejp tekniker tele tema tempo tendens tennis \
    teoretisk teori termin territorium terror terrorism text tida tills tillväxt tisdag titel~ \
    tjugo tjugo= tomat topografi topp topp= torn torsdag tradition traditionell transaktion \
    transformation transformera transparens transparent tranås trapp= trappa tratt traumatisk \
    trettio tron trupp tråd trång= trångbodd träd träna tränare träng tränga trängd trängning trög \
    tröghet tröja tröskel~ tröst tupp tur tvilling tvätteri tyskland tåla tålig täkt tära ukraina \
    umeå ungdomars= uniform universell universitets upp-kommen upprättelse uppsala ur= ursprung \
    ursprunglig ut-land utrangera utövare vaccinations vagga vagn vakuum valla valp vandra varg \
    variabel~ variation variera varna vas vax vegetarian vegetarisk ven vers veta vetlanda veto \
    vev vidd vikbar vilje= vin vinkel~ vinkling visby visit visp vissel= vissla visum vits vokal \
    vrak vred vrå vräka vräkning vux= våg vållande våning vår vår= vår-budget vår-proposition \
    vår-termin vänster vänster= värmare värn värnamo värt väsende väska väst västergötland \
    västerås västlig västra vät växjö yt= yta ytlig ytor yxa zebra zon åker~ åligga åliggande ånga \
    åsikt åska åt= åtal åtanke åtminstone åt-minstone ägg älg ämne ämnes= ände ängel~ ära ärlighet \
    ärm äventyr öde ödmjuk ödmjukhet öken ömse= öst östergötland östlig östra överallt över-allt \
    överdiagnostisera övre=
    """
}
