extension CompoundLexicon {
  /// Words of people at work, schools, culture and social services.
  static let work = """
    anlända arbeta arbetare arbete arbets= arbetsro arv assistans assistent assistera attityd \
    auktorisation auktorisera avancera basera baserat bi= bibliotek+ bibliotekarie bil certifikat \
    chefs= chefskap coach coacha dans elev engagemang engagera ensam ergonomi ergonomisk examen \
    examina examinera fack facklig faktor= familj familje= ferie= film flytta fort= funktion \
    funktionalitet funktionell funktions förälder~ föräldra= föräldrar generation grad gradera \
    gymnasial gymnasie= gymnasier gymnasium gård halv halva heder~ heders= hel= hela helg helt \
    hemmet hjälp hjälpa hjälpare hjälpsam hyr= iaktta i-akt-ta iakttaga i-akt-taga ideell ideella \
    idrott idrotts= individuell integration integrera introducera introduktion jobb jobba karriär \
    klass kollega kollegial kollektiv kompetens kompetensmix kompetent komvux konst kontor+ \
    kontorist kontors= kränka kultur kulturell kurs kväll last lasta ledarskap ledd ledda ledig \
    ledighet ledsaga ledsagare lojal lojalitet lär= lära lärare lärling läro= läx= läxa lördag lös \
    lösa löslig medla medlem medlemmar medlems= medlemskap mentor mentorskap merit meritera miljö \
    mobba mot= motiv motivation motivera museer musei= museum musik mängd möta natt ny ny= nya \
    nyhet nätter olycka olycklig olycks= om-händer-ta om-händer-taga pedagogisk pendla pensionera \
    personal praktik praktikant praktisk prao reflektera reflektion rekrytera resa rese= resenär \
    rond sal salar schema semester sim= simma situation skicklig skicklighet skift skifta skol= \
    skola skolbarn slöjd social social= sociala socio= sommar sommar= sport stadie= stadium \
    stafett stress stressa student studera studie= ständig sysselsätta syssla sysslo= säg= säga \
    särvux säte söndag teater~ tillhandahålla till-handa-hålla tillit! tillits!= till-vara-ta \
    till-vara-taga tim= timme trainee trakassera trakasserier traktamente trivas trivsel träda \
    trädare universitet veder= vidare= vikariat vikarie vikariera vilja villig villkor villkora \
    villkors volontär våld värdskap yrke yrkes= ålder ålders= åldrande åldrar
    """
}
