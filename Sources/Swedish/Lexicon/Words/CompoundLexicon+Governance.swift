extension CompoundLexicon {
  /// Words of governing: nämnder, plans, decisions, law and follow-up.
  static let governance = """
    adjungerad advokat akt aktie aktiebolag aktiv aktiva aktivera aktiverings aktivitet \
    aktualisering allmän allmänhet allmänna allmänning allmännyttig arkiv arkivera arvode \
    avvägning begära begäran bemyndigande bidra bilda blankett bok borgare brand bruk+ brukare \
    bud+ budget budgetera bättra bättre böcker början center~ certifiera chef civil dag daglig \
    datum del dela delegat delegation delegera delgivning demokrati demokratisk departement dialog \
    diarie= diarium direktion direktiv direktör diskriminera dispens dokument dokumentation \
    dokumentera dom drag+ döma enighet enkel enkla enkät enlig enligt ens= etapp ettårs= europa \
    europeisk extern extra= fald fara fas fatta fattare flyta foga fordran formulär fram= framför= \
    fri fria frihet fråga fråge= frågestund från= från-varo full fulla full-mäktige fylla fyllelse \
    fyllnad färdig föga följ= följa följd följsam föra förbund+ förd förening försörj= försörja \
    gallra gallring gallrings= gav gemene gemensam gemensamhet gemenskap giva givna granska grund \
    grunda grupp gruppera gång= gång+ handel handla hantera hanterbar hinder~ hindra håll hålla \
    hållbar hållbarhet hälle hövding idé incident indikator information informatör informera inne= \
    inspektion inspektör instruktion integritet intern interpellation interpellera invånare \
    in-vånare justera justerare jäm= jäv jävs= kammare karta klaga klagan klagande klar klart \
    klassa klassning klient komma kommelse kommitté kommun kommunicera kommunikation kommunikatör \
    komst koncern koncession konflikt konkurrens konkurrent konkurrera konsekvens kontrakt \
    kontraktera kontrasignera kontroll kontrollera korruptions kort krav krav= krig+ krigs= kris \
    krisa kriterie= kriterier kriterium kund kvalificera kvalité kvalitativ kvalitet kvantitativ \
    kvantitet kvartal kvittens kvittera lag+ laga lagd lagda laglig laglighet laglott lagt land+ \
    lands lands= landskap ledamot leverans leverantör leverera licens lika= likning linje lokal \
    lokala lokalisera låta läge läges= lägg+ lägga lämnande län länder läns= löfte löften mall \
    mana mandat medborgar= media medie= metod metodik milstolpe minister missiv modell modellera \
    motion motionär myndare myndiga myndighet mål månad månaders= månads mått mäla mästare mäta \
    mätbar möjlig möjlighet möte nation nationell nationellt ned= norm normera nu= nummer~ nyckel~ \
    nämnde= nät offentlig offentlighet omedelbart opartisk opartiskhet opinion ord ordförande \
    ordna organisation organisatorisk organisera paragraf part parti partisk partner partners= \
    partnerskap parts period person personlig perspektiv plan planera planerare plats plikt policy \
    policy= polis politik politisk pott presidie= presidium press princip principiell prioritera \
    prognos prognostisera program programmera projekt projektera protokoll protokolls punkt ram \
    rapport rapportera reception receptionist regera region regional register~ registrator \
    registrera reglemente representant representation representera reservation reservera resultat \
    revidera revisor rike riks= rikta risk roll rolle rum+ rutin råde räckning rädda rätt+ rättare \
    rättighet rätts= rättslig röst rösta samhälls samling samordnare sannolik sannolikhet sats \
    satsa scenario sedel~ sekretess sektion sektor sektoriell service sida signal sikt \
    självstyrelse skick skrift skriftlig skriva skrivelse slag+ slags slut sluta slutlig språk \
    språklig stad+ stadga standard standardisera start starta stat+ statlig stats= stift stifta \
    stiftelse strateg strategi strategisk strävan styr= styra styre styrelse stående stånd+ ställa \
    ställd ställelse stämma suppleant svar+ svara syna system systematisk sårbarhet säker säkerhet \
    säkra sätt sätta sätte= sök söka tal+ tala tertial tid tidig tids ting+ tjänst tjänste= \
    tjänstemanna= trend träde tvär tvärs= tyg+ tystnad union upp= vaka vaksam vald valda vara varo \
    vecka veckla vecklare vecko= verk verka verksam verksamhet vigsel vikta viktig visa vision \
    vite viten votera votum väg vägran välja väntan värde värdera värdig värld världs= växel~ webb \
    yrka yttra åklagare år årlig åtgärd åtgärda åtgärds ända= ändra ärende äska önskan öva \
    över-ens-komma övning
    """
}
