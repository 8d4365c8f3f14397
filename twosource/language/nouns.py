"""The nouns by which news names a source: who speaks by office, what kind of body speaks, and which words hide a name.

Kinds are those of :data:`twosource.records.Kind`. The lists are of the heads of noun phrases, in lower case and
singular.
"""

from __future__ import annotations

from twosource.language.words import words

ROLES = words(
    """publicist anthropologist archaeologist artist inventor rapporteur performer co-owner agent sportswriter
    undersecretary
    spokesman spokeswoman spokesperson speaker president premier chancellor minister secretary ambassador envoy
    diplomat senator congressman congresswoman lawmaker legislator deputy governor mayor commissioner councilman
    councilwoman councillor councilor general admiral colonel major captain lieutenant sergeant commander chief
    officer official aide adviser advisor strategist consultant analyst expert professor lecturer researcher
    scientist economist historian scholar academic doctor physician surgeon nurse epidemiologist virologist lawyer
    attorney prosecutor judge justice magistrate sheriff detective inspector director chairman chairwoman
    chairperson chair head leader founder co-founder cofounder owner executive ceo cfo manager coordinator organizer
    organiser activist campaigner volunteer candidate nominee frontrunner front-runner contender opponent rival
    delegate representative journalist reporter correspondent editor columnist commentator blogger author writer
    novelist poet actor actress singer director producer host anchor moderator pollster historian engineer pilot
    soldier fighter veteran rebel militant priest bishop archbishop cardinal pope imam rabbi pastor reverend king
    queen prince princess emir sultan sheikh dictator warlord teacher student farmer worker employee employer
    resident neighbor neighbour witness survivor victim passenger driver father mother son daughter wife husband
    brother sister friend colleague co-worker relative parent widow uncle aunt cousin grandmother grandfather
    partner boss investor banker trader businessman businesswoman entrepreneur source insider whistleblower staffer
    operative fundraiser donor backer ally supporter critic member fellow counsel solicitor whip comptroller
    treasurer auditor ombudsman inspector superintendent coach player athlete captain physicist psychologist
    sociologist biologist geologist seismologist meteorologist forecaster negotiator mediator hacker translator
    interpreter guard policeman policewoman firefighter paramedic medic rescuer governor-general narrator caller
    voter person man woman boy girl sailor fisherman fireman chef electrician plumber mechanic trucker cyclist hiker
    tourist pensioner lifeguard dockworker shopkeeper waiter waitress nun monk midwife pharmacist dentist
    veterinarian accountant architect designer photographer cameraman filmmaker musician composer dancer curator
    librarian archivist headteacher headmaster rector skipper crewman seaman grandson granddaughter nephew niece
    stepfather stepmother girlfriend boyfriend roommate classmate defendant plaintiff suspect inmate prisoner
    detainee hostage migrant refugee pontiff monarch teenager lobbyist vice-president premier-elect president-elect
    chemist biochemist neuroscientist statistician ecologist climatologist engineer attendant advocate guest shopper
    commuter tenant landlord vendor customer client patient protester protestor demonstrator comedian comic model
    rapper mogul star tycoon billionaire millionaire caretaker clerk cashier bartender instructor trainer referee
    umpire jockey skier boxer golfer wrestler gymnast quarterback striker goalkeeper midfielder runner swimmer
    councilmember councilor alderman assemblyman assemblywoman regulator astronaut cosmonaut astronomer
    mathematician geneticist neurologist cardiologist psychiatrist therapist counselor counsellor paediatrician
    pediatrician oncologist radiologist neurosurgeon pathologist coroner trustee principal dean provost chaplain
    teen baker butcher builder carpenter gardener cleaner porter courier politician rep legend champion onlooker
    bystander native fan adult child kid mp astrophysicist partygoer attendee administrator collaborator coworker"""
)
"""Heads of a phrase that names a person by office, trade or tie."""

OFFICE_WORDS = words(
    """campaign press policy foreign senior deputy national security communications vice former political executive
    editorial finance prime state assistant acting longtime veteran retired chief defense defence interior
    health justice opposition presidential party government military police news managing general regional"""
)
"""Lower-case words that stand in an office before its head: "campaign manager", "deputy foreign minister"."""

PEOPLE = words(
    """people officials sources experts analysts critics supporters opponents aides advisers advisors voters residents
    witnesses observers activists lawmakers republicans democrats conservatives liberals progressives senators
    diplomats scientists researchers economists doctors investigators prosecutors lawyers leaders others some many
    most several few both bloggers journalists reporters protesters demonstrators rebels fighters soldiers troops
    families relatives parents students teachers workers farmers neighbors neighbours survivors users fans viewers
    readers delegates candidates members men women millennials americans europeans forecasters astronomers users
    strategists commentators pundits operatives staffers donors governors mayors ministers judges allies rivals
    insiders friends colleagues executives historians scholars villagers locals passengers crowd audience public
    community electorate media press outlets newspapers everyone everybody those anyone nobody employees employers
    family families couple relatives migrants refugees detainees prisoners attorneys representatives veterans
    backers detractors establishment associates personnel respondents"""
)
"""Heads of a phrase that names a group of people, none of them in particular."""

GOVERNMENT = words(
    """government ministry ministries department administration cabinet parliament congress senate house assembly
    council commission agency bureau authority authorities police army navy military force forces embassy consulate
    court tribunal prosecution kremlin pentagon legislature treasury intelligence directorate municipality regime
    state city county province country nation office presidency duma bundestag knesset politburo customs coastguard
    guard corps enforcement"""
)
"""Heads of a phrase that names a body of a state."""

ORGANISATION = words(
    """company firm corporation group organisation organization party union association federation foundation
    institute institution university college school hospital church charity bank fund club team league campaign
    committee center centre network think-tank thinktank consortium coalition alliance movement militia agency
    body board business airline manufacturer maker retailer watchdog observatory laboratory society trust
    publisher studio developer operator supplier producer startup start-up giant bloc pac superpac caucus
    syndicate cartel museum archive inc corp ltd llc plc nato un eu opec"""
)
"""Heads of a phrase that names a body that is no state's."""

COMPANY = words(
    """company firm corporation business manufacturer maker retailer operator supplier developer producer carmaker
    automaker airline startup start-up publisher conglomerate carrier chain brewer insurer lender utility
    contractor"""
)
"""Heads of a phrase that names a company, whatever it is called."""

DOCUMENT = words(
    """report study survey poll polls statement document documents letter memo email e-mail emails tweet post posts
    video footage version picture pictures article story paper book survey review analysis filing lawsuit complaint
    indictment affidavit ruling verdict law bill constitution treaty agreement record records data figures
    statistics results numbers findings research transcript recording audio photo photos image images appeal
    manifesto note message text ad advert advertisement page film documentary interview speech column editorial
    op-ed script sign banner caption headline headlines census index estimate estimates forecast dossier leak cable
    cables evidence chart map profile book memoir biography release communique communiqué reports studies surveys
    tweets letters messages articles exit-polls petition resolution rules rule laws policy policies regulation
    regulations guideline guidelines account accounts tally tallies scan scans test tests autopsy x-ray
    investigation inquiry probe guide guides notice decree decrees warning warnings proclamation declaration comment
    comments order orders judgment judgement amendment memorandum directive mandate brochure poster leaflet summary
    abstract table advisory bulletin photograph photographs selfie screenshot screenshots brief briefing projection
    projections motion motions"""
)
"""Heads of a phrase that names something written or recorded."""

OUTLET = words(
    """broadcaster newspaper paper magazine outlet website channel station tabloid daily weekly newsroom portal
    newsletter podcast programme program radio television tv gazette journal press site blog"""
)
"""Heads of a phrase that names a publisher of news."""

MEDIA = words("media press outlets newspapers broadcasters news bloggers channels television tv radio")
"""Heads of a phrase that names publishers of news together: told to them is told through them."""

HIDDEN = words("anonymous unnamed unidentified undisclosed unspecified")
"""Words that say outright that a name is kept back."""

MOVEMENTS = words(
    """hamas hezbollah hizbullah hizbollah taliban fatah al-qaeda al-qaida isis isil is daesh boko al-shabaab houthi
    houthis jaish faylaq ahrar jabhat hayat liwa harakat jaysh nusra al-nusra ansarullah farc pkk ypg eta ira
    antifa greenpeace"""
)
"""Movements and armed groups, and the first words of their names, in lower case."""

SOURCES = words("source sources insider insiders")
"""Heads that are only ever used for somebody whose name is kept back."""

NEWS_AGENCIES = words(
    """reuters, associated press, ap, afp, agence france-presse, tass, ria novosti, ria, interfax, xinhua, upi,
    united press international, dpa, ansa, efe, kyodo, kyodo news, yonhap, yonhap news agency, pti, press trust
    of india, ani, bloomberg news, anadolu, anadolu agency, irna, isna, fars, tasnim, mehr, sana, wam, spa,
    kcna, korean central news agency, ukrinform, unian, belta, pa media, press association, apa, belga, anp,
    tanjug, mena, antara, bernama, jiji, jiji press, australian associated press, aap, canadian press"""
)
"""News agencies in lower case, without the article."""

PICTURES = words("EPA AFP AP PA Reuters REUTERS Getty SWNS Rex REX Alamy Shutterstock")
"""Agencies whose name stands before or behind a caption, as its credit."""

OUTLETS = words(
    """bbc, bbc news, cnn, fox news, fox business, msnbc, nbc, nbc news, abc, abc news, cbs, cbs news, pbs, npr, sky
    news, al jazeera, al-jazeera, al arabiya, dw, deutsche welle, rt, cgtn, euronews, france 24, nhk, itv, channel
    4, rté, cbc, zdf, ard, new york times, washington post, wall street journal, los angeles times, usa today,
    chicago tribune, boston globe, boston herald, miami herald, new york post, new york daily news, politico, axios,
    huffington post, huffpost, buzzfeed, buzzfeed news, breitbart, breitbart news, breitbart news daily, daily
    beast, daily caller, drudge report, slate, salon, vox, the atlantic, atlantic, new yorker, time, newsweek, the
    economist, economist, forbes, fortune, bloomberg, guardian, the guardian, telegraph, daily telegraph, daily
    mail, the times, financial times, independent, mirror, the sun, observer, spectator, le monde, le figaro,
    liberation, der spiegel, spiegel, die welt, bild, die zeit, süddeutsche zeitung, el país, el pais, el mundo,
    corriere della sera, la repubblica, haaretz, jerusalem post, times of israel, south china morning post, china
    daily, global times, people's daily, asahi shimbun, times of india, hindu, dawn, kyiv post, kyiv independent,
    ukrainska pravda, novaya gazeta, meduza, kommersant, izvestia, tv chosun, chosun ilbo, korea herald, the hill,
    roll call, national review, weekly standard, mother jones, the nation, the intercept, intercept, sputnik,
    sputnik news, the athletic, n-tv, deadline, tmz, e! news, us weekly, billboard, pitchfork, gamespot, ign,
    kotaku, polygon, engadget, gizmodo, cnet, zdnet, ars technica, recode, business insider, marketwatch, cnbc, fox
    sports, sports illustrated, bleacher report, sky sports, bbc sport, daily express, evening standard, l'equipe,
    marca, bfmtv, tf1, rtl, frankfurter allgemeine zeitung, rai, cctv, sydney morning herald, nine news, new zealand
    herald, straits times, channel newsasia, bangkok post, jakarta post, rappler, hurriyet, daily sabah, trt, trt
    world, al-ahram, al-monitor, middle east eye, gulf news, arab news, al-akhbar, al-manar, al mayadeen, press tv,
    al masdar, al-masdar news, enab baladi, orient news, propublica, variety, hollywood reporter, rolling stone,
    vanity fair, vice, vice news, quartz, mashable, techcrunch, the verge, wired, the blaze, theblaze, infowars,
    washington examiner, washington times, univision, telemundo, c-span, espn, globe and mail, wikinews, rudaw,
    hurriyet daily news, times now, ndtv, the wire, scroll.in, globo, o globo, folha de s.paulo, clarin, infobae,
    star of mysore, business wire, science news, live science, space.com, the conversation, the lancet"""
)
"""News outlets in lower case."""

OUTLET_WORDS = words(
    """Times Post Herald Tribune Gazette Journal News Daily Chronicle Observer Guardian Telegraph Mirror Mail
    Express Globe Examiner Star Sun Standard Register Sentinel Dispatch Courier Radio TV Television Magazine
    Review Press Independent Argus Inquirer Ledger Monitor Recorder Reporter Bulletin Echo Broadcasting
    Broadcaster Channel Network Media Newspaper Wire"""
)
"""Last words of names that are mostly names of outlets."""

AGENCY_PHRASE = words("news agency, wire service, newswire, press agency, state news agency")
"""Phrases that name a news agency."""

TITLES = words(
    """Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady President Premier Chancellor Minister Secretary Senator
    Sen Rep Representative Congressman Congresswoman Gov Governor Mayor Gen General Adm Admiral Col Colonel Maj
    Major Capt Captain Lt Lieutenant Sgt Sergeant Cpl Corporal Cmdr Commander Brig Judge Justice Sheriff Chief
    Detective Inspector Constable Officer Pope Bishop Archbishop Cardinal Father Rabbi Imam Pastor Rev Reverend King
    Queen
    Prince Princess Emir Sultan Sheikh Ambassador Attorney Speaker Vice Deputy Prime Foreign Defense Defence
    Interior Finance Former Republican Democratic Democrat Rev Coach Spokesman Spokeswoman Spokesperson CEO CFO COO
    CTO MP MEP Director Chairman Chairwoman Leader Comrade Ayatollah Count Baron Supreme State First Hon
    Secretary-General Administrator Coordinator Superintendent Monsenor Monseñor Monsignor Msgr Archdeacon Canon
    Vice-President Vice-Premier Director-General Governor-General Attorney-General Lieutenant-General Major-General
    Undersecretary Ombudsman Solicitor Senior Assistant"""
)
"""Capitalised words before a name that belong to the person's office and not to the name."""

HE_TITLES = words(
    """mr sir lord king prince pope cardinal bishop congressman chairman spokesman councilman businessman father
    emir sultan man boy son brother husband uncle nephew grandfather grandson stepfather boyfriend fisherman
    fireman policeman waiter monk pontiff headmaster imam ayatollah"""
)
SHE_TITLES = words(
    """mrs ms miss dame lady queen princess congresswoman chairwoman spokeswoman councilwoman businesswoman mother
    actress woman girl daughter sister wife aunt niece grandmother granddaughter stepmother girlfriend
    policewoman waitress nun midwife"""
)
"""Titles and roles that tell the pronoun of who bears them."""
