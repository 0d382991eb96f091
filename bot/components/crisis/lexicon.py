"""Words that mean the same to us, under one name; also when they are misspelled.

A `*` at the end stands for any ending. Names are upper case, so that they never meet a typed word; those that start with
X tell that a message is about something else, and are not looked for in misspelled words.
"""

from typing import Dict, Iterable, List, Optional, Set

from components.crisis.spelling import one_edit_apart, one_letter_off, sound_of

CONCEPTS: Dict[str, str] = {
    # who
    "IK": "ik",
    "MIJ": "mij",
    "ZELF": "mezelf zichzelf zelf eige eigen jezelf haarzelf hemzelf",
    "HIJ": "hij ie ze zij hem haar hun hen",
    "WIJ": "ons we wij onze",
    "IEMAND": "iemand persoon vreemde vreemd man vrouw vent kerel gast tjappie jongen mannetje indringer meneer engerd creep"
    " dader figuur boy",
    "GROEP": "jongens gasten groep groepje boys torries mannen bende gang kerels crimineel criminelen clubje tienman",
    "FAMILIE": "vader pa papa pap vaders ouders stiefvader stiefpa stiefmoeder stiefouders moeder ma mama mam moeders broer"
    " broers stiefbroer broertje broertjes oom ooms tante opa oma familie neef neven zus zusje zussen zusjes nicht nichtje"
    " neefje schoonvader schoonfamilie pleegvader pleegmoeder pleegouders stiefpapa",
    "PARTNER": "vriendje vriendjes ex partner verkering echtgenoot gozer relatie verloofde loverboy scharrel exvriend",
    "VRIEND": "vriend vriendin vrienden bestie besties maat maten matti mattie sahbi brada maatje klasgenoot klasgenote"
    " klasgenoten vriendinnen huisgenoot stagemaatje teamgenoot buurjongen buurmeisje meisje meid gastje chick bff",
    "KIND": "zoon dochter kind kinderen pleegkind kleinzoon kleindochter kleinkind baby peuter puber zoontje dochtertje",
    "BAAS": "baas chef leidinggevende begeleider begeleidster stagebegeleider praktijkopleider leermeester manager docent"
    " leraar lerares trainer coach eigenaar huisbaas stagebaas teamleider collega collegas kok klant buurman mentor patroon"
    " werkgever instructeur voorman meester juf rijinstructeur bazin",
    "STAGIAIR": "stagiair stagiaire leerling student studente client bewoner patient",
    "HUIS": "thuis tuis huis osso kamer appartement woning slaapkamer voordeur",
    # to be or not to be
    "DOOD": "dood doot doden doodgaan doodga doodgaat doodging doodgegaan sterven sterve sterf sterft doodt doodgan"
    " doodwil doodwilt doodzijn",
    "LEVEN": "leven leef leeft leefde bestaan besta bestaat levend levens",
    "WERELD": "aarde wereld planeet aardbol aardbodem hemel",
    "LEVENSMOE": "levensmoe doodswens doodsgedachten doodsverlangen doodswensen",
    "ZELFMOORD": "zelfmoord* zelfdoding* suicid* suicied* suisid* kms unalive* zelfdoden sui zelfmoordpoging",
    "POGING": "poging pogingen",
    "DODEN": "vermoord* vermoorden doodmaken doodmaakt doodmaak afmaken afmaakt ombrengen ombreng ombrengt doodslaan doodslaat"
    " doodsteken doodsteekt doodschieten doodschiet doodgestoken doodgeslagen afslachten afknallen omleggen killen",
    "EINDE": "einde eind einden beeindigen eindigen",
    "WAKKER": "wakker opstaan ontwaken",
    "SLAPEN": "slapen slape slaap inslapen",
    "WEG": "weg verdwijn* verdwijnen",
    "MIS": "mist missen misse mis",
    "LAST": "last blok",
    "GEBOREN": "geboren geborn",
    "AFSCHEID": "afscheid afscheidsbrief* afscheidsbericht* afscheidsappje vaarwel afscheidsbriefje",
    "BEGRAFENIS": "begrafenis begraaf begraven crematie uitvaart rouwkaart graf kist",
    "UITWEG": "uitweg",
    "STOP": "stop stopt stoppen ophouden ophoudt houdt",
    "ZIN": "zin reden nut",
    "PLAN": "plan gepland besloten",
    "LEEG": "leeg zwart donker uitzichtloos hopeloos",
    # hurting oneself
    "SNIJ": "snij snijd snijden snijdt sneed gesneden snei sneiden snijt kras krassen krast kraste gekrast cutten"
    " doorsnijden doorgesneden opensnijden snee sneeen sneetjes gecut krab krabt krabben",
    "ARMEN": "arm armen pols polsen benen been bovenbenen mouwen huid dijen onderarmen",
    "BESCHADIG": "beschadig* beschadigen beschadigt zelfbeschadiging automutil* verwond* verwonden verwondt selfharm sh relapse"
    " relapsed automutileren zelfverwonding",
    "PIJN": "pijn kwetsen pijnigen pijnig",
    "AANDOEN": "aandoen aandoe aandoet aangedaan andoen aandeed",
    "LITTEKEN": "litteken* strepen wonden littekens",
    "OPHANGEN": "ophangen ophang verhangen touw strop ophangt",
    "PIL": "pil pillen pilen pile medicijn* tablet* tabletten strip strippen slaapmiddel* slaappillen medicatie",
    "OVERDOSIS": "overdosis oferdosis od geoverdosed overdoses geod",
    "SLIK": "slik geslikt slikken ingenomen innemen slikte genomen ingeslikt slikt ingeslikte",
    "SPRING": "spring springen springt sprong gesprongen sprigen springe",
    "HOOGTE": "dak brug flat balkon reling perron spoor rails viaduct trein metro gebouw toren rand treinspoor vensterbank raam"
    " parkeergarage",
    # being hurt by others
    "SLA": "sla slaan slaat slaad slat sloeg sloegen geslagen geslage gesalgen schop schopt schoppen schopte geschopt trapt"
    " trappen trapte getrapt stompt gestompt stompen mept meppen gemept klappen klap rossen ros gerost mep riem duwt duwde"
    " geduwd slagen gesloopt sloopt slopen tik tikken aframmel* ramt afgetuigd toegetakeld knuppelen",
    "GOOI": "gooit gooien gooide smijt smijten gegooid",
    "MISHANDEL": "mishandel* mishandeld mishandeling mishandelt mishandelen kindermishandeling geweld gewelt gewelddadig agressief"
    " agresief handtastelijk",
    "WURG": "wurg* keel stikken gewurgd gechoked wurgen wurgde",
    "STEEK": "steken neersteken neergestoken gestoken steekt stak steekpartij shanken poken neersteekt gestoke steekt",
    "SCHIET": "schieten schiet geschoten schietpartij neergeschoten neerschieten knallen neergeknald overhoop schoot beschoten",
    "WAPEN": "wapen wapens mes messen mess mesje mesjes pistool pistolen geweer vuurwapen machete machetes bijl knuppel"
    " knuppels shank strap poker blaffer pistol hamer benzine bom emowapen schaar honkbalknuppel boksbeugel stroomstootwapen"
    " klapper gwinna vuurwapens",
    "BLOED": "bloed bloedt bloeden bloedend gebloed bloede bloedde",
    "GEWOND": "gewond gewonde gewonden zwaargewond",
    "BLAUW": "blauwe",
    "BEWUSTELOOS": "bewusteloos bewustelos bewustzijn ademt ademd adem ademen ademhaling aanspreekbaar reageert reageerd roerloos"
    " levenloos",
    "SEKS": "seks seksueel seksuele sexueel sexuele uitkleden uitgekleed naakt",
    "VERKRACHT": "verkracht* verkragt verkrachten gerapet geraped verkrachting",
    "AANRAND": "aanrand* aangerand angerand aanranding aanranden betast betasten betastte",
    "MISBRUIK": "misbruik* misbruikt misbruiken misbruikte",
    "AANRAAK": "aanraken aanraakt raakt aangeraakt aanzit aanzitten grijpt grijpen gegrepen greep gezoend zoenen vastgepakt"
    " vastpakt vastgreep bevoelen friemelen lastiggevallen lastigvalt klemgezet",
    "LIJF": "lichaam lijf borsten borst kont billen",
    "BEDREIG": "bedreig* bedreigd bedreigen bedreigt bedreiging bedreigingen bedrijgd bedrijgt bedreigde doodsbedreiging*"
    " doodsbedreigingen intimideert geintimideerd gedreigd",
    "DREIG": "dreig dreigt dreigen dreigde dreigt",
    "STALK": "stalk* gestalkt stalker gestalked stalking gestalket stalkt stalken achtervolg* achtervolgd achtervolgt achterna"
    " gejaagd opgewacht opwacht opwachten achternagezeten",
    "VOLG": "volgt gevolgd volgen volg",
    "CHANTEER": "chanteer* gechanteerd chanteert chanteren chantage chantasje afpers* afgeperst afpersen afpersing sextort*"
    " gesextort exposed exposen geexposed afgeprest",
    "BEELD": "naaktfoto* naaktfotos naaktbeelden nudes nude foto fotos pics filmpje filmpjes video beelden webcam saaf dickpics"
    " naaktfilmpje screenshots",
    "VERSPREID": "verspreiden verspreid verspreidt doorsturen doorgestuurd online lekken lekt gelekt posten plaatsen openbaar",
    "DWANG": "dwing* dwingt dwingen dwong gedwongen gedwonge",
    "TROUW": "trouwen trouw uithuwelijk* uitgehuwelijkt uithuwelijken bruiloft huwelijk trouwe gedwongenhuwelijk",
    "OPSLUIT": "opgesloten opsluit opsluiten opgeslote ontvoerd ontvoeren vastgehouden vasthouden gegijzeld insluit",
    "BESNIJD": "besneden besnijden besnijdenis",
    "PASPOORT": "paspoort pas id",
    "DRUGS": "drugs runnen dealen trappen dealer dealt coke wiet pakketjes",
    "DRANK": "dronken zat bezopen drinkt drank gedronken high",
    "POLITIE": "politie ambulance ambulanse polisie 112 ziekenwagen hulpdiensten",
    "GEVAAR": "gevaar gevaarlijk levensgevaar noodgeval noodsituatie",
    "VEILIG": "veilig veilige vijlig veilger veilg",
    "ONVEILIG": "onveilig onveilige",
    "BANG": "bang doodsbang doodsbenauwd angst bange",
    "DURF": "durf durft durfde",
    "HELP": "help hulp helpen helpt",
    # when and how
    "NU": "nu net zonet zojuist meteen momenteel",
    "STRAKS": "straks vanavond vannacht morgen zometeen vanmiddag zo",
    "NIET": "niet geen nooit niemand niks zonder nergens",
    "MEER": "meer",
    "WIL": "wil wilde wou zou willen liever wens wenste wilden zouden",
    "GAAN": "gaan ga gaat ging",
    "DENK": "denk denkt gedachten denken dacht gedachtes",
    "ZEG": "zegt zei zegd zeggen appt appte stuurt stuurde schreef praat vertelde vertelt roept belt belde",
    "BEET": "beter prettiger makkelijker opgelucht",
    "HOOP": "hoop hoopte hopelijk",
    # signs that it is about something else
    "XSCHOOL": "stage school opleiding studie les lessen rooster toets examen verslag opdracht stageplek contract stages vak"
    " stageperiode schooljaar niveau mbo hbo vmbo bbl bol bpv diploma rekenen wiskunde theorie klas huiswerk richting"
    " deadline deadlines stageovereenkomst solliciteren sollicitatie vacature cv werkstuk project groepje keuzedeel uren"
    " overeenkomst stagebedrijf bedrijf stageverslag reflectieverslag herkansing tentamen examens lesuren reistijd cijfer",
    "XLEER": "presentatie spreekbeurt betekent betekenis wet onderzoek cursus voorlichting training casus lesboek"
    " protocol examenvraag burgerschap cijfers leren leer vrijwilliger gastles folder lesmateriaal debat profielwerkstuk essay betoog stelling toetsvraag statistieken statistiek definitie symptomen signalen herken herkennen les lessen meldcode spreken definitie bron bronnen poster campagne interview interviewen enquete scriptie pws hoofdstuk",
    "XSPEL": "film serie game gamen fifa boek liedje lied netflix tiktok toneelstuk podcast fortnite minecraft spel gta muziek nummer"
    " thriller acteren toneel rol warzone halloween kostuum cod valorant roblox song rap personage hoofdpersoon  clip videoclip horror horrorfilm scene aflevering docu documentaire roman gedicht verhaal strip manga anime musical rapper zanger  album youtube twitch level levels speler character sims playstation xbox csgo animatie figurant voorstelling lyrics karaoke trailer  hoofdrol personages zelda pokemon series films games boeken spoiler simulatie cosplay nieuws journaal",
    "XGRAP": "haha hahah hahaha hahahaha lol lmao emolach grap grapje lach lachen lachend emodood figuurlijk hihi xd joh hihihi"
    " grappig letterlijk",
    "XBEROEP": "beroep beveiliger beveiliging defensie politieagent verpleegkundige verzorgende kapper slager dakdekker machinist"
    " brandweer verpleegkunde zorg horeka horeca keuken werkplaats bhv ehbo koksopleiding handschoenen machine oven slachthuis slagerij boerderij dierenarts schilmes koksmes koksmessen kok koken steiger ladder heftruck bloeddruk bloedprikken",
    "XVROEGER": "vroeger gelukkig voorbij geleden ooit",
    "XSPORT": "voetbal handbal boksen judo trainen wedstrijd goal doel bal sport gym sporten hockey",
    "XBAALT": "verveel verveelt schaam schaamde schrok erger zweet moe honger kou lachen stress",
}


MISSPELLED_FROM = 5
FUZZY_FROM = 7


class Lexicon:
    """Finds the concept of a word; misspelled words are only guessed when they are not `known` as words of their own.

    Args:
        known: words that people type when nothing is wrong; `bedrijven` is no misspelling of `bedreigen`.
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self.known = frozenset(known)
        self._found: Dict[str, Optional[str]] = {}

    def concept(self, word: str) -> Optional[str]:
        """The name under which `word` goes, or None."""
        if word not in self.known:  # such as a name: nothing of what people type is remembered
            return self._look_up(word)
        if word not in self._found:
            self._found[word] = self._look_up(word)
        return self._found[word]

    def _look_up(self, word: str) -> Optional[str]:
        if word in _EXACT:
            return _EXACT[word]
        for stem, name in _STEMS:
            if word.startswith(stem):
                return name
        if word in self.known or len(word) < MISSPELLED_FROM - 1:
            return None
        return _misspelled(word)


def _misspelled(word: str) -> Optional[str]:
    sound = sound_of(word)
    if sound in _SOUNDS:
        return _SOUNDS[sound]
    if len(word) < FUZZY_FROM - 1:
        return None
    near = {key for variant in one_letter_off(sound) for key in _NEAR.get(variant, ())}
    right = sorted(key for key in near if key[0] == sound[0] and one_edit_apart(key, sound))
    return _SOUNDS[right[0]] if right else None


def _tables() -> "tuple[Dict[str, str], List[tuple[str, str]]]":
    exact: Dict[str, str] = {}
    stems: List["tuple[str, str]"] = []
    for name, words in CONCEPTS.items():
        for word in words.split():
            if word.endswith("*"):
                stems.append((word[:-1], name))
                exact.setdefault(word[:-1], name)
            else:
                exact.setdefault(word, name)
    return exact, stems


def _sound_tables() -> "tuple[Dict[str, str], Dict[str, Set[str]]]":
    sounds: Dict[str, str] = {}
    near: Dict[str, Set[str]] = {}
    for word, name in _EXACT.items():
        if len(word) < MISSPELLED_FROM or name.startswith("X"):
            continue
        sound = sound_of(word)
        sounds.setdefault(sound, name)
        if len(word) >= FUZZY_FROM:
            for variant in one_letter_off(sound):
                near.setdefault(variant, set()).add(sound)
    return sounds, near


_EXACT, _STEMS = _tables()
EXACT_WORDS = frozenset(_EXACT)
_SOUNDS, _NEAR = _sound_tables()
