extension CompoundLexicon {
  /// Words of adjectives, numerals, and forms that only lead a compound.
  static let adjectives = """
    affekt affektiv aktig aktualisera aktualitet aktuell alternativ andlig andra anti= arbetssam \
    auto= bak= bakom botanisk centi= centralisera centrera demografi demografisk dubbel~ dynamik \
    dynamisk ekonomiska emotionell en= energisk enhetlig etik etisk ettårig evidens exakt existens \
    existentiell extra fem= fin fjärde= fler fler= flera flest flexibel flexibilitet flexibla \
    flödig fokus fokusera foto= front= fyra= fysisk få= färre för= förste= gamla gammal generell \
    generella geografi giga= giltig giltighet glad global globalisera grafik grafisk griplig \
    grundlig harmonisk hel historia historik historisk hundra= huvud huvud= hyper= hälft hän= \
    hörbar identitetsskapande in= individ initiativ innan= inom= intellektuell inter= intra= \
    juridik juridisk jurist jämn kall kilo= klassisk konstruktiv kreativ kreativitet kring= kritik \
    kritisera kritisk kropp kroppslig kvart kvasi= lagom lik lika lilla logik logisk låg låga \
    lång= långsam lägre lägst lägsta magisk makro= maxi= medelbar medicin= mega= mekanisk mellan= \
    mening mental mer mest meta= mikro= milli= mindre mini= minoritet minoritets minst minsta \
    modern modernisera mogen mogna mono= multi= musikalisk mående mång= många människa människo= \
    mänsklig mässig mätbara mödosam negativ nio= normal normala nu-varande nyttig nödig objekt \
    objektiv ofta ojämn olik o-lik olika omedelbar onödig optimal optimera optisk ordinarie \
    ordinär organisk orientera original ovanlig parallell passiv pedagog pedagogik perfekt \
    permanent poly= positiv potential potentiell praktiska precis preliminär proaktiv problem \
    problematik problematisk profession professionell prov= pseudo= radio= rak reaktion reaktiv \
    realistisk relation relativ relevans relevant religion religiös rimlig ringa sam= sann \
    sekundär selektiv semantik semi= senare senast senaste sentlig separat sex= sidig sido= sju= \
    själ själslig skarp smal smart små snar snar= spontan spårbar spårbarhet spänna stabil \
    stabilisera stabilitet statisk stor stora stort strategiska styrd större störst största sub= \
    successiv super= svensk svenska synbar sär= särskilt taktik taktisk tele= temporär tio= total \
    totala totalt trans= tre= tredje trolig tung två= tydlighet typ typisk typografi tyst ultra= \
    under= ungefärlig unik unika uppföljningsbar utom= vanlig vanligt varig varsam verklig \
    verklighet veten= vetenskap vetenskaplig vetenskaps= vidare video= virtuell vis visst visuell \
    vital väl väl= vändig väsentlig ytter= ytterlig ytterligare yttersta yttre= årig åter åtta= \
    äkta ärlig öppen= öppenhet öppet öppna över= övrig övriga
    """
}
