"""Everyday words, A to H, beside those that articles use for the same.

One group a line; a word may stand in several. Pure: no I/O.
"""

GROUPS = """
about, concerning, regarding
ability, skill, competence, competency, capability, capacity, aptitude, talent
accept, acceptance, embrace, acknowledge
accurate, precise, exact, correct, precision, accuracy
achieve, accomplish, attain, reach, fulfil, fulfill
act, action, behave, behavior, behaviour, conduct
adjust, adapt, modify, tailor, alter, adaptation
advantage, benefit, pro, upside, strength, gain, perk, value, positive, merit
disadvantage, drawback, con, downside, limitation, weakness, shortcoming, negative, flaw, criticism
advice, tip, guidance, recommendation, hint, suggestion, guideline, pointer
affect, effect, impact, influence, consequence, shape, implication, outcome, result
age, era, period, epoch, time
aim, goal, objective, purpose, target, intention
allow, let, permit, enable, facilitate
alone, single, individual, solo, isolated, lonely, loneliness, isolation
amount, quantity, level, volume, number, size
angry, anger, rage, upset, aggression, fury, mad
answer, reply, respond, response, reaction
anxious, anxiety, nervous, worry, fear, afraid, scared, stress, panic
appear, emerge, arise, occur, arose
apply, application, use, usage, utilize, utilise, employ, utilization, utility
approach, method, technique, strategy, way, procedure, tactic, practice
area, region, zone, field, domain, territory, district
argue, debate, dispute, disagree, argument, controversy, disagreement
arrange, organize, organise, structure, layout, order, arrangement
ask, question, query, inquiry, request
assess, evaluate, measure, judge, appraise, gauge, assessment, evaluation, measurement
attack, assault, strike, offensive
attempt, try, effort, endeavor
author, writer, novelist, poet
avoid, prevent, evade, escape, steer, prevention, avert
aware, awareness, conscious, consciousness, mindful
bad, poor, harmful, negative, adverse, detrimental
balance, equilibrium, juggle, combine
ban, forbid, prohibit, outlaw, prohibition
barrier, obstacle, hurdle, challenge, hindrance, block, difficulty, impediment
basic, fundamental, essential, core, main, key, elementary, principle
battle, fight, combat, conflict, clash, war
beautiful, beauty, aesthetic, attractive
begin, start, initial, onset, origin, commence, launch, introduction, beginning
belief, faith, conviction, religion, creed
believe, think, view, opinion, perspective, viewpoint, standpoint, attitude
best, optimal, effective, ideal, top
better, improve, enhance, improvement, boost, strengthen, enhancement, refine
big, large, great, major, huge, substantial, extensive
border, boundary, frontier, edge, limit
boss, manager, leader, supervisor, executive, chief, management
brief, short, summary, overview, concise
bring, carry, deliver, convey, transport
build, construct, create, develop, make, form, establish, construction, formation
building, structure, house, architecture
burn, combustion, fire, flame
buy, purchase, acquire, shop, procure
call, name, term, label, denote
car, vehicle, automobile, motor
careful, cautious, caution, prudent
cause, reason, factor, driver, trigger, lead, source
change, transform, shift, transition, alter, evolve, evolution, transformation, development
cheap, affordable, inexpensive, low-cost
check, verify, test, validate, inspect, verification, validation
child, children, kid, youngster, youth, minor, pupil
choose, select, pick, decide, choice, selection, decision, option, choosing
city, town, urban, municipal
clear, explicit, transparent, clarity, plain
climb, rise, ascend, increase
close, near, proximity, adjacent, intimate
collect, gather, accumulate, compile, collection
color, colour, hue, shade
come, arrive, arrival
common, typical, frequent, usual, general, widespread, prevalent
company, firm, business, organization, organisation, corporation, enterprise, workplace, corporate
compare, comparison, contrast, difference, versus, vs, differ
compete, rival, competition, competitor, competitive
complete, whole, full, entire, comprehensive, total
complex, complicated, intricate, difficult
connect, link, relate, associate, relationship, connection, tie, correlation, association
contain, include, hold, consist, comprise, involve
control, regulate, govern, manage, regulation, command, supervise
cook, cooking, culinary, recipe, food
cost, price, expense, expensive, fee, charge
country, nation, state, national, land
crowd, audience, participant, spectator, attendee, viewer
cure, heal, treat, treatment, therapy, remedy, healing, recovery
custom, tradition, convention, norm, ritual
cut, reduce, decrease, decline, lower, lessen, reduction, diminish, drop, minimize, minimise
daily, everyday, routine, habit, day
damage, harm, injury, hurt, destroy, destruction, ruin
danger, risk, hazard, threat, dangerous, peril, unsafe
deal, handle, manage, cope, tackle, address, respond
death, die, dead, mortality, fatal, kill, demise, deadly
define, definition, meaning, describe, mean, concept
delay, postpone, procrastinate, procrastination, defer
depend, rely, reliance, dependent, dependence
depression, sad, sadness, depressed, grief, unhappy
design, plan, create, draft, blueprint
detail, specific, particular, aspect, feature, element, component
detect, spot, notice, identify, recognize, recognise, recognition, identification, find
dialogue, conversation, discussion, talk, chat, communication, speak, speech
difference, differ, distinguish, distinct, distinction, differentiate, contrast, dissimilar
different, various, diverse, distinct, variety, diversity
difficult, hard, challenging, tough, struggle, difficulty, challenge, problem, issue, trouble
dig, excavate, mine, mining
direction, orientation, course
dirty, pollution, contaminated, contamination, polluted, unclean, impurity
disappear, vanish, extinct, extinction
discover, find, reveal, uncover, discovery, detect, explore
distribute, share, allocate, spread, allocation, distribution
divide, split, separate, partition, division, separation
doubt, skepticism, scepticism, uncertainty, uncertain, unsure
dream, vision, aspiration
drink, beverage, alcohol, consume
early, initial, first, premature
earn, income, salary, pay, wage, revenue, money, earning
easy, simple, straightforward, simplify, ease
eat, diet, food, consume, nutrition, meal, feed, eating, dietary
emotion, feeling, affect, mood, emotional, feel
encourage, motivate, promote, foster, support, inspire, stimulate, encouragement, motivation
end, conclude, finish, closing, termination, completion, final, conclusion
enemy, opponent, adversary, foe, rival
engage, involve, participate, engagement, involvement, participation, interact
enough, sufficient, adequate
environment, surroundings, setting, context, climate, nature
equal, fair, equality, equity, fairness, just, same
error, mistake, fault, failure, pitfall, blunder, wrong
event, incident, occurrence, happening, episode
evidence, proof, prove, demonstrate, support
examine, investigate, inspect, study, analyze, analyse, explore, analysis, investigation
example, instance, case, illustration, sample
excite, arouse, stimulate, thrill
expand, grow, extend, growth, increase, expansion, enlarge, scale
expect, anticipate, expectation, predict, prediction, hope
experience, encounter, undergo
expert, specialist, professional, experienced, practitioner
explain, describe, clarify, account, illustrate, outline
express, convey, communicate, expression
fail, failure, collapse, breakdown
fair, just, equitable, justice, impartial
fake, false, counterfeit, fraud
fall, drop, decline, collapse, downfall, decrease
famous, well-known, renowned, celebrity, notable, prominent
fast, quick, rapid, speed, velocity, swift, accelerate
fat, obesity, obese, overweight, lipid
fear, phobia, afraid, fright, scare
feedback, comment, review, critique, evaluation, criticism
few, little, scarce, lack, shortage, scarcity, limited
fight, combat, resist, struggle, oppose, resistance
fix, repair, solve, resolve, mend, correct, solution, resolution, restore
flexible, flexibility, adaptable, adaptability, agile
follow, comply, obey, adhere, compliance, adherence, observe
forget, forgetting, memory, forgetful
free, freedom, liberty, independent, independence, autonomy, liberate
frequency, often, rate, common
friend, friendship, companion, peer, buddy, pal
fun, enjoy, enjoyment, pleasure, entertaining, entertainment, playful
function, role, purpose, operate, job, work, task
future, upcoming, prospect, forecast
gap, difference, disparity, inequality
get, obtain, acquire, receive, gain, achieve, earn
gift, present, donation, donate
give, provide, offer, supply, grant, provision
good, effective, positive, beneficial, successful
great, excellent, outstanding, masterful, superior, exceptional
group, team, collective, community, class, category
guess, estimate, estimation, approximate, speculation
guide, direct, lead, steer, instruct, guidance
habit, routine, pattern, behavior, custom
happen, occur, take place, result, occurrence
happy, happiness, joy, wellbeing, well-being, satisfaction, satisfied, content
hate, hatred, hostility, dislike, prejudice
healthy, health, wellness, fitness, well-being
hear, listen, sound, auditory, hearing, listening
help, support, assist, aid, facilitate, assistance
hide, conceal, mask, hidden, concealment
high, tall, elevated, height, elevation
history, past, historical, background, origin
home, house, household, housing, dwelling, residence, domestic
honest, authentic, genuine, sincere, authenticity, honesty, integrity, truthful
human, person, people, man, humanity, individual
"""
