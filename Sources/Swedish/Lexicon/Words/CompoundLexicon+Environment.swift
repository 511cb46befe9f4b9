extension CompoundLexicon {
  /// Words of towns, traffic, energy, nature, machines and data.
  static let environment = """
    agenda algoritm allemansrätt app apparat applikation art artificiell asbest attraktion \
    attraktiv autentisera automat automatisera automatisk badrum balk bana batteri bensin berg \
    berg= bevattning biljett bio= biodiversitet bo= bred bredd bredda bro bruka brygga bränsle \
    bränsle= buller buller= bullra buss busskur bygd bygde= bygg= bygga byggd bygge byggnad+ bölja \
    börd chaufför cirkulation cirkulera cirkulär cyber= cykel~ cykelställ cykla damm damning data \
    dator= detalj diesel digital digitalisera dioxid djur dricka dricks= drifta dränera dränering \
    dubb dörr eko= ekologi ekvivalens ekvivalent el elektrifiera elektrifiering energi entré \
    erosion exploatera farlig farligt fart fiber fibrer finna fira fisk fiske fjärr= fjärran \
    flotta flyg flyga fordon fossil frukt fälld fälligheter färd färja färje= fönster förare \
    föroreningar gas gata gatu= geo= geografisk glida golv grus gräns gräns= grön gröna gående \
    halka hamn hastighet hav herre hiss hotell hus hård häckande infra= innovation innovativ \
    innovera intelligens isolera jord järn= kafé kemikalie klimat koppla korsa krets kryptera kust \
    kyla käll= källa kärn= kärna kök köld köldknäpp köldmedium kör kör= köra kött ladda lampa \
    lant= larm larma lek leka lina logg logga lopp+ lov lysa lås låsa mark maskin mast mat \
    material matta mjuk märka märke mätare mäteri möbel~ möblera natur naturlig neutral nybar när \
    nära närhet nöd ort packa park parkera partikel~ passa pendlare pilot plantera plantering \
    plast prototyp radon ras reda ren rena renovera reparation reparera reserv reservat restaurang \
    riva robot robotik robotisera rondell rop ropa rusta rutt rymma rymme rymning rå= röja sanera \
    server servera servrar sjö skjuta skjuts skjutsa skog skotta skottning skräp skräpning skyfall \
    slam släpp släppa snål snö sol sop= sopor sortera spill spår station stolpe stopp stoppa \
    strand struktur strukturell strukturera strålskydd stränder support supporta svinn svämma \
    svämning tak tank tanka taxi temperatur test testa textil textilier toalett tomt torg torka \
    trafik trafikant trafikera trottoar tunnel~ turism turist turistisk tvätt tvätta tåg tät täta \
    vana vandrare vane= varnare varsel~+ vatten vattnet ventil ventilation ventilera villa vind \
    vinna vinter~ vunnen våt väder vägg vän vänd vända vänlig vänner vänskap värma värme \
    växtlighet åter= äga ägande ägare ägo=
    """
}
