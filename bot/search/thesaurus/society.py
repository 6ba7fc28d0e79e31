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
demolish, demolition, bulldoze, tear down
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
"""
