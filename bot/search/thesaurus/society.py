"""Words of business, law, history and the arts.

One group a line; a word may stand in several. Pure: no I/O.
"""

GROUPS = """
ad, advertisement, advertising, advert, promotion, marketing, commercial, campaign
bank, banking, financial institution, lender
bill, law, act, legislation
brand, branding, trademark
budget, spending, financial plan
consumer, customer, shopper, buyer, client
contract, agreement
culture, atmosphere, values, norms
debt, loan, credit, borrow, lending
economy, economic, economics, market
employee, worker, staff, personnel
employer, company, firm
entrepreneur, startup, founder, business owner
export, import, trade
factory, industry, industrial, manufacturing, industrialization, plant
goods, product, merchandise, commodity, item
hire, recruit, employ, hiring, recruitment, reservation
inequality, disparity, gap
inflation, price rise, prices
insurance, coverage, policy
invest, investment, investor, stock, share
job, employment, vacancy
leadership, leader, manager, management
monopoly, antitrust, competition, imperfect competition
motivate, incentive, engage
negotiate, negotiation, bargain, bargaining
online store, shop, ecommerce, e-commerce
outsource, outsourcing, offshore
poll, survey, questionnaire
presentation, slide, powerpoint, speech, talk
price, pricing, charge
project, initiative, program
sample, sampling, subset, participant
seller, vendor, supplier, firm
shareholder, stakeholder, investor
social media, facebook, instagram, pinterest, twitter, platform
strategy, plan, tactic
supply, demand, market
tax, taxation, levy, fiscal
team, group, staff
unemployment, jobless, joblessness
accuse, charge, allegation, defendant
agreement, treaty, convention, accord, pact
arrest, detain, custody, detention
assassination, killing, murder
citizen, national, citizenship, resident
civil rights, equality, discrimination, segregation
colony, colonial, colonist, settler, settlement, colonization
colonist, settler, patriot
congress, parliament, legislature, senate, legislative
constitution, constitutional, amendment
court, judge, ruling, tribunal, judicial, judiciary, trial
crime, criminal, offense, offence, felony
custody, parental rights
democracy, democratic, vote, election, voting, electoral
demolish, demolition
disabled, disability, handicapped, impairment, pwd
drive, driving, traffic, road
emperor, king, ruler, monarch, queen, monarchy, kingship, royal
empire, imperial, kingdom, dynasty
ethnic, race, racial, minority, ethnicity
explorer, exploration, expedition
gay, lgbtq, homosexual, queer, lesbian
gender, sex, sexual
god, deity, divine, goddess, mythology, mythological
government, state, administration, authority, regime
greek, greece, hellenic, athens, sparta
immigrant, newcomer, migrant, immigration, migration
indigenous, native, native american, tribe, aboriginal, tribal
jail, prison, incarceration, imprisonment
jury, trial, court
lawsuit, litigation, case, sue
lawyer, attorney, counsel, legal
legacy, heritage, influence
myth, legend, mythology, folklore
negligence, recklessness, careless, disregard
neighborhood, neighbourhood, district, community, area
parent, guardian, custody
police, law enforcement, officer
politics, political, politician, policy
pope, catholic, church, papal, papacy, christian
president, leader, head of state
property, real estate, land, estate
protest, demonstration, activism, movement, riot
protestant, reformation, lutheran
public space, public sphere
ratify, ratification, adopt, implement
refugee, asylum, displaced
revolution, war of independence, revolutionary
right, freedom, liberty
roman, rome, byzantine
slave, slavery, enslaved, antislavery, abolition, abolitionism, abolitionist
social worker, caseworker, social work
soldier, troop, army, military, warrior, armed forces
surrogate, surrogacy
treaty, convention
vote, election, ballot
war, conflict, warfare, battle, military
welfare, social security, benefits
actor, actress, performer, cast
art, artwork, painting, artistic, artist
book, novel, text, literature, literary
building, architecture, architectural
character, protagonist, hero
chart, graph, diagram, visualization, graphic, graphical
critic, critique, criticism, review
dance, ballet, choreography
decorate, interior design, decor, furnishing
fiction, novel, story
journalist, news, press, journalism, media, reporter
literature, novel, literary
metaphor, figurative, simile, imagery
philosopher, philosophy, thinker, philosophical
poem, poetry, verse, poet
reference, citation, source, cite, bibliography
rhyme, meter, verse
theme, motif, topic, subject
translate, translation, interpret
word, vocabulary, term, terminology, glossary, terms
accountant, accounting, bookkeeping, audit
acquire, merger, takeover, acquisition
angry crowd, riot, mob, protest
army, military, soldiers, troops
audience, reader, viewer, listener, public
balance sheet, financial statement, assets
bankrupt, insolvency, bankruptcy
bible, scripture, religious text, biblical
break the law, crime, violate, offence
bribe, corruption, bribery
british, england, english, britain
caste, class, hierarchy
censorship, banned, suppression
charity, nonprofit, philanthropy, donation
cold war, soviet, ussr, communism
communist, communism, marxist, socialism, socialist
conquer, conquest, invade, invasion
copyright, intellectual property, patent
court ruling, decision, judgment, verdict
cover letter, resume, job application
customer loyalty, retention
death penalty, capital punishment, execution
declaration, statement, proclamation
deficit, debt, budget
delivery, logistics, supply chain, distribution, shipping
depression, recession, downturn, slump
dictator, authoritarian, totalitarian, dictatorship
diplomacy, foreign policy, diplomatic, international relations
divorce, separation, marriage
duty, obligation, responsibility
earnings, profit, revenue
elite, upper class, aristocracy, nobility
equal rights, equality, civil rights, suffrage
evict, eviction, tenant, landlord
factory, manufacturing, plant, mill
fairy tale, folklore, folktale
famine, hunger, starvation
fashion, clothing, dress, style
feminism, feminist, women's rights
feudal, medieval, manor
founder, pioneer, creator
fraud, scam, deception
free market, capitalism, laissez-faire
free speech, first amendment, expression
free will, determinism, choice
french, france, paris
german, germany, nazi
globalization, international trade, global
grief, mourning, loss
guilty, conviction, culpability, liable
hierarchy, structure, rank
homeless, housing, shelter
ideology, belief system, doctrine
illegal, unlawful, criminal, prohibited
indian, india, hindu
interest rate, monetary policy, central bank
islam, muslim, islamic
jewish, judaism, jews
kingdom, empire, realm
labor union, trade union, strike
liability, responsibility, negligence, tort
literary device, metaphor, symbolism, imagery
magazine, newspaper, press, journal
mass production, assembly line, factory
middle ages, medieval, feudal
minority, marginalized, underrepresented
monument, memorial, statue
museum, gallery, exhibition, exhibit
narrator, point of view, storyteller
nationalism, patriotism, national identity
nazi, hitler, third reich, fascism, fascist
nonviolent, peaceful, civil disobedience
oppress, oppression, domination
paradox, contradiction, dilemma
partnership, alliance, cooperation, collaboration
peasant, farmer, serf
persuasion, rhetoric, propaganda
philosopher, thinker, theorist
plague, black death, epidemic
population, demographic, demography
racism, racial, ethnicity, discrimination
raise money, fundraising, funding
railroad, railway, train
recession, downturn, economic crisis
renaissance, humanism, rebirth
ritual, ceremony, rite
russian, russia, soviet
scandal, controversy, corruption
search engine, seo, google
segregation, jim crow, discrimination
self-interest, egoism, selfish
settler, colonist, pioneer
shopping, retail, consumer, purchase
social class, stratification, status
social network, ties, connections
surveillance, monitoring, privacy
terrorism, terrorist, attack
theology, god, religion, religious
thesis, argument, claim
victim, survivor, injured
villain, antagonist, enemy
virtue, moral, character
wage, salary, pay
warehouse, storage, inventory, stock
women's vote, suffrage
word of mouth, referral, recommendation
writer, author, novelist
"""
