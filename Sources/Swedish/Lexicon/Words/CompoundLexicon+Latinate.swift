extension CompoundLexicon {
  /// Words of words of Latin and Greek make.
  static let latinate = """
    absolut abstrakt ackreditera ackumulera adekvat adjungera adjunkt adoptera adoption agera \
    aggregat aggregera aggressiv akademi akademiker akademisk alkoholist allokera ambulatorisk \
    amputera analog animera ansjovis applicera approximera aptit arkitekt arkitektonisk arkitektur \
    aromatisk artist atlet atom auktion auktions autonom autonomi balett ballong biolog bokstav \
    bokstäver bolag+ briefing bulletin byråkratisk cement censur ceremoni chans charter choklad \
    cistern citron civilisation dekan dekret departements deponera deponi depå destination \
    diagonal dialekt dimension dimensionera diplom direkt direkta direktsänd disciplin disciplinär \
    disk diskrepans diskret dispensär disputation distributions diversifiera division doktrin \
    dramatik dramatisk drastisk dublett dynasti effektuera elektriker element elementär eliminera \
    empiri empirisk episod epok etikett etnicitet etnisk evakuera eventuell eventuella evolution \
    excellens excellent exklusiv exklusive expandera expansion expansiv expediera expedition \
    exponera externa extrem extremism fanatisk fascinera favorit federation fertil fertilitet \
    fiktiv filial filosof filosofi fiskal flora formalia format formation formell formella fotboll \
    fragment frekvens frekvent fundament fundera fusion föräldra garage garderob gratis \
    gravitation grossist grundad guvernör havererad haveri homogen homosexuell honnör honorar \
    hormon human humaniora humanistisk humanitär hybrid hypotek hypotes identisk illegal \
    immateriell immigrant imperium implementation implementera impuls indikation indikativ \
    indikera individualisera initial initiala inkubator insektion insolvens inspektera \
    installation installatör installera integral interaktion interimistisk intervall intervention \
    invalid invasion investerare isolat jargong jubilar kadaver kalibrera kampanj kansli kantin \
    karens kartell kassör kaution klassificera klassifikation klinker kod koda koefficient \
    kollegium kollektion kollision kolumn kommando kommendera kommissarie kommunikativ kompakt \
    kompanjon kompatibel kompendium komponera komposition kompression koncentrat konfidentiell \
    konfiguration konfigurera konfirmera konglomerat kongress konsensus konservera konsistens \
    konsolidera konsortium konspiration konstant konstellation konsul kontaminera kontinent \
    kontribuera kontrollant kontrovers konvertera korrelation korrespondens korrigera kosmetisk \
    kungöra kuvert kvalifikation kvarts kvotera lansera laser latent lateral legend likvidation \
    likvidera litium lobby lokalisation lyrik manifestation manipulera marinera markera maskinell \
    matematik matematisk materialitet mekanik mekanism memorandum migration migrations= migrera \
    militant mineral ministerium mission mobilisera mobilitet mobilitets moderera modifiera \
    molekyl molekylär momentan monopol monument moral moralisk motor motorisk mutation nanoteknik \
    narkoman nekrolog nervös nominell nominera normalisera normativ notarie notis numerisk \
    objektivitet obligation obligatorisk obligatorium observatör officer officiell officiella \
    operationalisera opponera oppositionell orator organism orientaliska oxid paginera pamflett \
    panik paradox parallellt parameter~ parlament parlamentarisk participation partikulär \
    passagerare passera patent patrull pediatrik pediatrisk pendel~ perception perforera periodisk \
    periodiskt permission perspektiva pessimist petition pigment pilgrim plenum polemik population \
    potens praktiserande predika preferens premiera premiss preposition preskription prestige \
    prevalens primat prioritet privilegium profit profylaktisk progression progressiv projicera \
    proklamera promenad promotion prompt propositions protein protest protestera provision \
    provokation psykedelisk publicist pulver purism på-drivare racist rapportör ratificera ration \
    rationalisera rationell reagera realitet rebell receptarie receptorer reciprok redaktion \
    redaktionell redaktör redigera redundans redundant reell reella reflex refraktion refräng \
    regenerera reglementera regulator regulatorisk rekapitulera rekonstruktion rekreation rektor \
    rekvirera rekvisition relevanta reliabilitet reparatör repetera repetition representativ \
    reproduktion reproduktiv republik reservoar residens resistent resonemang resonera restaurera \
    restriktivitet resultera resumé retroaktiv retur returnera reversibel ritual roman romantik \
    rotation rotera rubricera rubrik sabotage saldo salong sanktion sanktionera satellit scanna \
    segment segmentera segregera sekel~ sekvens selektion sensibel sensitiv sensitivitet \
    separation separera seriös situera skandal skandinavisk skelett skepsis skeptisk skiss skissa \
    solidarisera spektrum spekulation spekulera spion stagnation stagnera stationera stationär \
    statuera stipendiat stipendie= subjekt subjektiv subsidiaritet substans substantiell substitut \
    substitution subvention subventionera supplement suverän suveränitet symmetri symposium syntes \
    syntetisk tabellarisk tandem tangent tarif tariff taxera telegram temperament temporal \
    tendentiös tentamen terminologi termisk termometer terrass territoriell testamente timing \
    tolerans tolerera tradera transit transitering transkribera transnationell trivial turnering \
    tyfus typologi ultimatum uniformering unison universum urban urbanisering utopi vakans vakant \
    validera validitet variant verbal verifiera verifikat verifikation version vertikal veteran \
    veterinär vibration vinjett viol viral visualisera vitamin volt ytterst zoologi övertramp
    """
}
