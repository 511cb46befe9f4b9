extension CompoundLexicon {
  /// Words of money: budgets, accounts, taxes, buying.
  static let economy = """
    amortera attest attestera balans balansera bas billig billiga binda borgen bransch brutto \
    brutto= buffert bunden controller debitera diagram dollar drift driva dyr effekt effektiv \
    effektivisera effektivitet ekonom ekonomi ekonomisk euro export exportera faktura fakturera \
    fast fasta fastighet finans finansiell finansiera flöda flöde fond fordra frakt frakta \
    före-tag garantera genom= gods gäst hyra hyres= hög höga högre högst höja import importera \
    index indexera inflation in-köp+ intraprenad inventarie inventera investera jämna kalkyl \
    kalkylera kapital kapitalisera kassa kasta kompensation kompensera konjunktur kontera konto \
    konton kosta kostnad+ kostsam kraft kredit kreditera kron= krona kvot köp köpa köpare lager \
    lagra leasa likvid likviditet logistik lån låna lön löne= lönsam löpa marknad+ median mer= \
    miljard miljon minska moms netto netto= not notera nytta nyttja nytto= offerera offert order \
    pant papper pension pensionär periodisera placera post postera premie pris procent proposition \
    rating re-investera res-kon-tra! resurs räkenskap räkna ränta ränte= siffer= siffra själv \
    själv= skatt skatta skatte= skott+ skuld snitt solid soliditet spara sparsam sponsor sprida \
    statistik statistisk stämning summa summera sälja säljare sänka tabell tag+ taga tagit taxa \
    taxe= transport transportera tull tusen valuta vinst volym värd växa växla växt åtaga öka \
    ökning öre
    """
}
