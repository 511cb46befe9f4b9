extension CompoundLexicon {
  /// Words of care: illness and health, tandvård, clinics and their work.
  static let care = """
    abonnemang abonnera abort adhd akut alkohol allergen allergi amalgam ambulans amma amning \
    analys analysera anamnes andas andning anestesi ankel anorexi antibiotika antibiotikum aorta \
    apotek apparatur artros astma asyl ateroskleros audiologi audionom autism avancerad bakterie \
    bakteriell bakteriologi bandagist barn barna= barn-hem+ barnmorska basal ben besvär beteende \
    bett bihåla bild biologi biologisk bipolär blekning blindtarm blod blåsa blöja bo boende bota \
    botten bröst bukspott bulimi cancer cardio cardiologi celiaki cell centra central centralt \
    centrum corona cystisk cyto= cytostatika defibrillator defibrillering demens dement dental \
    depression dermatolog dermatologi diabetes diabetiker diagnos diagnostik diagnostisera \
    diagnostisk dialys diarré diet dietist difteri distans distrikt donation donator donera dos \
    dosera dosimetri drog dygn dysfagi dysfunktion dyslexi död döds= döende egen egen= eget egna \
    eksem elektrolyt emboli embolus empati endodonti endokrin endokrinologi endoskop endoskopi \
    enhet epidemi epidemiologi epikris epilepsi fall familje-hem+ farmaceut farmaci farmakologi \
    feber fetma fett fibros fluor fobi folk form forma forska forskare fot fraktur frisk \
    fritids-hem+ främja fysio= fysiologi föda födelse födsel~ fötter garanti gastro= \
    gastroenterologi gen genetik genetisk geriatrik geriatrisk gift givare glaukom gluten gonorré \
    grann= granne gravid graviditet gymnastik gynekolog gynekologi gynekologisk gänglig gänglighet \
    göra hab habilitera hals hand handikapp helikopter hem hematolog hematologi hemodialys \
    hemofili hepatit histo= histologi hjärn= hjärna hjärt= hjärta hjärtlung hospital hosta hud \
    hygien hygienisk hygienist hälsa hälso= händer händer= höft högt hörsel ileus immun \
    immunisering immunologi implantat implantologi infarkt infektera infektion influensa inhalator \
    inhalera inkontinens insats insulin intensiv intubera invasiv invärtes ischemi isolerad isotop \
    jour journal kalla kalle= kallelse kamera kanyl kardiolog kardiologi karies kateter kedja \
    kejsare kemi kemisk keramik kiropraktor kirurg kirurgi kirurgisk klamydia klimakterium klinik \
    klinisk kliniskt klyfta kläder klädregel knä kognitiv kol kolesterol kolonoskopi kolorektal \
    koloskopi koma kondition kontakt kontakta kopp koppor kost kramp kroniker kronisk kroniskt \
    krycka kurativ kurator kvinna kvinno= käk= käke kärl kö köer kön lab laboratorie= laboratorier \
    laboratorium laktos lama larv lasarett leda ledare legitimation legitimera leukemi \
    levnadsvane= lex lindring lista liv+ livs= ljud ljus logoped logopedi luft lunga lymfa lymfom \
    läka läkare läke= läkemedel~ madrass mage malign mammografi man mani mannen mans= medel~+ \
    medicin medicinering medicinsk melanom migrän minne minnes= mobil moder monitorera mor motorik \
    multipel mun muskel~ myom män mödra= nacke naprapat narkos narkotika nasal nefrolog nefrologi \
    neonatal neonatologi nerv neuro= neurolog neurologi neurologisk neuron nivå njure nuklear \
    nutrition nål nämnd näsa obesitas obstetrik ocklusion odont= odontologi odontologisk \
    oftalmologi onkolog onkologi operation operativ operatör operera optik oral ordination \
    ordinera organ oro ortodonti ortoped ortopedi ortopedisk ortoptist ortos osteoporos palliation \
    palliativ palliera pandemi pankreas paramedicin pares parodontal parodontit parodontologi \
    patient patolog patologi pedodonti penicillin peri= perifer placebo plasma plastik podiatri \
    poliklinik polyp post= prehospital prematur preoperativ prevention preventiv primär process \
    producera produkt produktion produktiv produktivitet profylax prostata protes protetik prov \
    prova provta pröva psyk psykiater psykiatri psykiatrisk psykisk psyko= psykolog psykologi \
    psykologisk psykos puls radiolog radiologi recept regel~ reglera rehabilitera rehabiliterare \
    relatera remiss remittent remittera resistens respiration respirator retina reumatisk \
    reumatologi revision rygg ryggrad råd+ röka röntgen sanatorium schizofreni screening sedering \
    sekreterare sepsis serologi sjuk sjuka sjukgymnast sjuk-hem+ sjukling skada skade= skaka \
    skleros skolios skopi skydd+ skydda skölja sköljning sköta skötare sköterska skötsel~ smitta \
    smärta snus socker sond special= specialisera specialist specialitet speciell spel spruta \
    sputum spädbarn stafylokock startare status stelkramp stent steril sterilisera stomi stroke \
    stråle studie städ= städa stöd stöda stödja sudd suicid suturera svikt svikta syfilis symfys \
    symptom symtom syn+ syndrom sår sårbar säng sömn tagare tand tarm team teknik teknisk teknolog \
    teknologi telefon telefoni terapeut terapeutisk terapi terminal thorax tillfälle tinnitus \
    tobak tolk tolka tomografi tonsill toxikologi trakeal transfusion transplantation trauma \
    triage triagera trombolys trombos trygg trygghet tuberkulos tumör tunga tvång tympanometri \
    tänder ung urin urogenital urolog urologi uveit vaccin vaccination vaccinera vaginal val \
    vattkoppor vener venereologi ventilator vestibulär vikt virus viss voluntär vulva vuxen vuxna \
    vård+ vårda vårdnad vårdtyngd väga vänja vänjning vänta vänte= värk vävnad yrsel åkomma \
    ålderdoms-hem+ ångest äldre ödem öga ögon öppen öra öron
    """
}
