extension CompoundLexicon {
  /// Words of verbs that prefixes are set to, with their nouns.
  static let verbs = """
    =bli brott+ =dra =få =gav =ge =ger =gett =gick =givit =gå =gått =gör =göra hov+ =må =nå =se \
    =ser =sett =stod =stå =stått =såg =ta =tagit =tar =tog akta aktsam angelägenhet ankra annons \
    annonsera anonym ansats avlida avlägsna avslöja avtacka bedra be-finna begärlig behöv= be-höva \
    be-rika bero beror be-rör bestämd bety bjuda blanda bli blick blivande borda bort= bortom \
    brinna brottslig bryta bränna byggs byta byte bytes= bär= bära bärare bärig böja bördes börja \
    datera djup djupa drabba drägeri dröja dyka döda dömd döms döpa eftersom efter-som en-staka \
    ent= falla fogen-het forderlig framåt fram-åt fram-över fred freds= frysa fungera fällig färda \
    fästa fäste föredra förståelse förut= förut-bestämd förutom förut-om förut-se förut-säga \
    förut-säg-bar förut-sätta förvärv förälska gelägen gelägenhet gissa god goda godo= gods! gott \
    grepp gripa gränsa gräva gynna gömma görelse halvera hang hata helhet hemlig hinna hopp hoppa \
    hot hota hugga hyrd hållsam hämta hänga häva höra hörig hörighet hörs igenkänna igångsätta \
    i-gång-sätta i-gång-sätt-ning ihop= inkludera inklusive inne-havare inre= inspiration \
    inspirera intresse intresse= intressent intressera jaga kamp kant klara klippa klättra knacka \
    knippa knyta koka komlig kopia kopiera korta korte krocka krono-berg kräfta kräva kunna kunnig \
    kunskap kvar= kväm kymmer kämpa känd kända känna känsla känslig känslo= landa leva levelse \
    levnad levnads ligga likna lit lita ljuga lora lossa lura lycka lycko= lyft lyfta lyssna lång \
    långa långt låtelse lägen-het lämna lämning lämpa lämplig lämplighet länga längd längre längta \
    läs läs= läsa läsare lätt lätta löna mala minna miss-förhållande miss-tanke muntra måga mäkta \
    mäktig märksam märkt möda nedan= neder-börd nyelse nysta nådd nämna nöja nöjd nöjdhet nöje \
    odla offer offra omfång orsak orsaka peka pekare planta plikta plocka plåga pressa pusta \
    på-verka påverkan på-verkan radera raka raska redd regna repa reta rik rika rita rull= rulla \
    rund runda råda räcka räcklig rätta rättelse rättiga röra rörelse rörlig sak saklig sakna \
    samla samlings= samman= satt seende sen sena sikta siktig sitta sjunga sjunka skaffa skapa \
    skapare skicka skild skilja skillnad skratta skrida skrika skrota skruva skränka skynda skära \
    sköt slita slitage slå slåss smaka smida snabb snabba sova spegel~ spegla spela spelare \
    springa stalt stanna stark starka stava steg stiga stimulans stimulera stjäla stol storm strid \
    strida stryka sträcka stränga sträva styrka stå= ståelse ståndare ställe stämmelse stämmig \
    ständighet stänga stärka störa svag svarighet svår svåra svårighet svänga sämra sämre sända \
    sär-skilja sättare söndra tanke tappa tecken teckna tillbaka! tillbringa tillfreds! \
    till-freds-ställa till-freds-ställelse tillfällig till-godo-göra till-godo-se tillhandahåll \
    tillika! till-mötes-gå till-sammans tillsvidare= titta tjäna ton tona trakta trimma trivs tro \
    tryck trycka träff träffa tveka tvinga tvist tvista tycka tycke tyda tydelse tydlig tydliga \
    tyga täcka täckt tänk tänka tänkt tävla tömma tömning undan= undan-ta undan-tag undra \
    undslippa uppdra uppe= uppe-håll uppe-hålla upphets upp-märksamma upprätt= utan= utanför \
    utan-för ute= ute-bli ute-lämna ute-sluta utåt= ut-åt-riktad vakna vakt vakta valta vandla \
    vaska verkan verkans= vetande veten vetenhet vid vid= vida vidga vika vila vilket vrida våga \
    väga= vägra välkomna värja värva växel åka åkeri åstadkomma åstad-komma ädla ängsla önska \
    önske= ösa över-ens över-ens-stämma över-ens-stämmelse överlåt överlåtelse övra
    """
}
