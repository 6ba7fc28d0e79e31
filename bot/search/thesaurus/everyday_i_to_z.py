"""Everyday words, I to Z, beside those that articles use for the same.

One group a line; a word may stand in several. Pure: no I/O.
"""

GROUPS = """
idea, concept, notion, theory, thought
ill, sick, illness, disease, disorder, sickness, condition
image, picture, photo, photograph, visual, illustration, photography
important, significant, crucial, essential, vital, importance, significance, matter, critical, relevance, necessary
increase, raise, rise, grow, boost, growth, enhance, more
inform, notify, tell, announce, update
inner, internal, inside, interior
inspire, influence, inspiration, motivate
job, career, work, employment, occupation, profession, position, vocation, responsibility, duty
join, combine, unite, merge, unify, union, integrate, unification, integration
journey, trip, travel, voyage, path
jump, leap, vault
keep, maintain, retain, preserve, sustain, conserve, maintenance, preservation, retention
kind, type, sort, category, form, class, variety
know, understand, knowledge, learn, comprehend, grasp, understanding
lack, absence, deficiency, shortage, missing, deficit
language, linguistic, speech, tongue
last, final, recent, latest
late, delayed, overdue
laugh, humor, humour, comedy, funny, joke, comic
lead, guide, leadership, head, direct
leave, depart, exit, quit, abandon, departure, withdraw
legal, law, lawful, legislation, judicial, statute
lie, deceive, deception, deceit, falsehood
life, living, existence, lifetime, alive
lift, raise, hoist, elevate
light, bright, illumination, brightness, lighting, luminous
limit, restrict, constraint, restriction, limitation, boundary
live, dwell, reside, inhabit, survive
local, regional, native, community
long, lengthy, extended, lasting, prolonged, enduring, long-term
look, see, view, watch, observe, observation, vision, sight
lose, loss, losing, lost
love, affection, romance, romantic, passion, attachment
luck, chance, fortune, random, probability, accident
machine, device, equipment, apparatus, instrument, engine, tool, mechanical
make, produce, create, manufacture, generate, production, creation
map, chart, diagram, plot, graph
marriage, marry, wedding, spouse, couple, matrimony
meet, encounter, meeting, gather, session, gathering
memory, remember, recall, recollection, memorize, retention
mind, brain, mental, cognitive, psychological, cognition, psyche
mix, mixture, blend, combine, combination, hybrid
model, framework, theory, paradigm, representation
modern, contemporary, current, recent, today, present
money, finance, financial, cash, fund, funding, economic, currency, monetary, capital
moral, ethical, ethics, morality, principle, virtue, ethic
move, movement, motion, mobility, transfer, migrate
movie, film, cinema, motion picture
murder, kill, homicide, assassinate, assassination, slaughter
music, song, musical, melody, composer
name, title, term, nomenclature, label
natural, nature, organic, innate
need, require, requirement, necessary, demand, necessity
new, novel, innovative, recent, innovation, modern, fresh
normal, standard, typical, regular, ordinary
notice, observe, perceive, perception, realize
old, ancient, elderly, aged, former, traditional, aging, ageing, older
open, accessible, openness, unlock
opposite, contrary, reverse, inverse, opposing
origin, source, root, beginning, cause, genesis
own, possess, ownership, property, possession
pain, ache, suffering, painful, hurt
paint, painting, painter, canvas
parent, mother, father, parental, mom, dad, mum, parenting, maternal, paternal
part, role, component, section, piece, portion, element, segment
pass, succeed, success, clear
peace, calm, peaceful, harmony, tranquility
people, population, human, public, society, individual, folk, citizen
perfect, ideal, flawless
perform, performance, execute, conduct, carry out
permission, consent, approval, authorization, permit
persuade, convince, persuasion, influence, persuasive
place, location, site, position, spot, locate
plan, strategy, schedule, timetable, planning, agenda, scheme
play, game, drama, theater, theatre, perform
poor, poverty, needy, impoverished, deprived
popular, widespread, common, favorite, fashionable
power, authority, strength, energy, force, powerful, control
practice, rehearse, exercise, training, rehearsal, mock, drill
prepare, preparation, ready, readiness, prep
pressure, stress, force, tension
prevent, stop, avoid, block, prevention, hinder, inhibit
problem, issue, challenge, trouble, difficulty, dilemma, obstacle, concern
process, procedure, method, step, stage, phase
profit, gain, earning, revenue, income, margin
progress, advance, develop, advancement, development, improvement
protect, defend, safeguard, protection, defense, defence, secure, security, guard, shield
proud, pride, dignity
punish, punishment, penalty, sanction, sentence, discipline, consequence
push, drive, press, urge, thrust, challenge
quality, characteristic, trait, feature, attribute, property
quiet, silence, silent, calm, stillness, pause
read, reading, literacy, reader
real, actual, genuine, true, reality
reason, cause, motive, rationale, purpose, logic
rebel, revolt, uprising, rebellion, revolution, protest, resistance
record, tape, log, document, register, recording, documentation
reject, refuse, deny, refusal, rejection, decline
relation, relationship, connection, link, bond, rapport
repeat, repetition, recurring, recurrent, again, iterate
replace, substitute, replacement, alternative
report, document, account, paper
rest, sleep, relax, relaxation, break, recovery
result, outcome, consequence, effect, product, finding
rich, wealthy, wealth, prosperous, affluent, prosperity
right, entitlement, privilege, correct
rule, regulation, law, guideline, principle, norm, policy, code
run, operate, manage, conduct, operation
rural, countryside, village, farm, agricultural
sacred, holy, divine, religious
sad, sorrow, unhappy, tragic
safe, safety, secure, protected, security
same, identical, equal, similar, equivalent
say, state, claim, statement, assert, remark
save, rescue, preserve, store, conserve, saving
school, education, academic, educational, institution
search, look, find, seek, explore, hunt
see, perceive, view, observe, visual
sell, sale, selling, market, vend, marketing
send, transmit, deliver, transmission, dispatch
separate, distinct, distinguish, divide, apart, isolate
serious, severe, grave, critical, severity
share, distribute, exchange, contribute
show, demonstrate, display, reveal, illustrate, indicate, exhibit, indicator, sign
shy, introvert, timid, introversion
sign, indicator, symptom, signal, indication, symbol, evidence, clue
similar, alike, resemble, comparable, similarity
size, dimension, scale, magnitude
slow, gradual, slowly, sluggish
small, little, tiny, minor, minute, micro, mini, miniature
smart, intelligent, clever, intelligence
social, society, societal, community
solve, resolve, solution, fix, resolution
sound, noise, acoustic, audio
speak, talk, communicate, presentation, speaker, oral, verbal, speech, present
special, unique, particular, distinctive, specific
spend, expenditure, spending, expense, consume
spread, disseminate, diffusion, expansion, transmission, dispersal, dispersion
stage, phase, step, level
standard, criterion, criteria, benchmark, norm
steal, theft, rob, robbery, burglary, stolen
stop, cease, halt, prevent, quit, block
story, narrative, tale, storytelling, plot, fiction
strange, unusual, odd, weird, bizarre, abnormal
strong, powerful, robust, strength, intense
stubborn, resistant, rigid
student, pupil, learner, candidate, undergraduate
study, learn, research, revise, revision, learning, prepare
success, achievement, successful, accomplishment, effectiveness, victory
sudden, abrupt, acute, unexpected
suffer, experience, endure, pain
suggest, recommend, propose, imply, proposal
support, assist, help, back, encourage, assistance, backing
surprise, unexpected, astonish
swap, exchange, trade, switch
system, structure, network, organization
talent, gift, skill, giftedness, gifted
task, assignment, job, duty, activity, responsibility
teach, instruct, educate, instruction, teaching, pedagogy, education, train
tell, inform, communicate, distinguish
think, consider, reflect, reason, thinking, thought, reflection
tired, fatigue, exhausted, burnout, exhaustion, tiredness, weary
together, joint, collaborative, collaboration, cooperation, cooperate, teamwork, collaborate, partner
tool, instrument, resource, software, application, equipment
top, best, highest, leading, peak
touch, contact, tactile, physical
trade, commerce, exchange, business, commercial, merchant
tradition, custom, heritage, conventional, traditional, classic
train, prepare, coach, develop, training, educate
true, truth, valid, correct, real, validity
trust, confidence, reliability, rapport, trustworthy, reliable, faith, credibility
try, test, attempt, experiment, trial
turn, rotate, rotation, convert, become
ugly, unattractive, grotesque
understand, comprehend, interpret, understanding, comprehension, interpretation, know, insight
unfair, bias, discrimination, unjust, inequality, injustice, prejudice
unique, individual, distinctive, original
useful, helpful, practical, effective, valuable, beneficial, usefulness
usual, common, typical, normal, general
value, worth, importance, principle
violent, violence, aggressive, brutal, abuse
wait, pause, delay, patience
want, desire, wish, need, intention
warn, alert, alarm, warning, caution
waste, garbage, trash, rubbish, litter, disposal
weak, fragile, vulnerable, weakness, vulnerability
weather, climate, meteorological, meteorology
website, site, web, online, internet, webpage
weird, unusual, strange
win, victory, succeed, triumph, gain, winning
woman, women, female, feminine, lady, girl
man, men, male, masculine, boy
work, job, labor, labour, task, function, employment, effort
worker, employee, staff, personnel, labor, workforce, labourer
world, global, international, worldwide, globe
worry, concern, anxiety, fear
write, compose, author, writing, composition, draft
wrong, incorrect, error, false, immoral, mistaken
young, adolescent, youth, teenager, teen, juvenile, adolescence, minor
"""
