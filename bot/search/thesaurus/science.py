"""Words of nature, mathematics, computing and engineering.

One group a line; a word may stand in several. Pure: no I/O.
"""

GROUPS = """
animal, species, organism, fauna, creature, wildlife
bird, avian
body clock, circadian rhythm, biological clock
breed, breeding, reproduction, mating, reproduce
bug, insect, arthropod, pest
cell, cellular, cytoplasm
chain, sequence, strand
ecosystem, ecology, ecological, habitat, environment, biosphere
energy, atp, fuel, power
enzyme, catalyst, protein
evolution, evolve, natural selection, speciation, adaptation
fish, aquatic, marine, gill
food web, food chain, trophic
fossil, paleontology, prehistoric
membrane, bilayer, lipid, phospholipid
ocean, sea, marine, coastal
parasite, host, parasitism
photosynthesis, chlorophyll, sunlight
plant, botany, vegetation, flora, botanical
protein, amino acid, peptide, polypeptide
soil, ground, earth
species, organism, taxonomy
starch, glycogen, polysaccharide, carbohydrate
sugar, glucose, carbohydrate
sweat, sweating, perspiration, thermoregulation
tree, forest, woodland, deforestation
water, aquatic, hydrology, moisture
acid, acidity, ph, acidic
base, alkali, alkaline
atom, atomic, molecule, molecular, particle
boil, boiling, evaporate, evaporation, vapor, vaporization
bond, bonding, covalent, ionic
carbon, organic
charge, charged, ion, electric, electron
chemical, compound, substance, reaction
computation, calculate, compute, calculation, work out, determine
curve, nonlinear, graph, slope
crystal, crystalline, lattice, solid
current, electricity, voltage, electrical
derivative, differentiate, calculus, differentiation
derive, derivation, prove, proof
dissolve, solution, solubility, soluble
equation, formula, expression, formulation
force, gravity, gravitational, pull, attract, attraction
freeze, freezing, ice, solidify
gas, gaseous, vapor
greenhouse, global warming, climate change, carbon emission
heat, thermal, temperature, warm, hot
integral, integration, area, volume
light, optical, optics, photon, ray
limit, converge, convergence
mass, weight, density
metal, metallic, corrosion, rust
number, numerical, integer, numeric
nuclear, atomic, radioactive, radiation
physics, mechanics, physical
planet, orbit, solar, celestial, astronomy, star
probability, chance, likelihood, odds
prove, proof, theorem
reaction, react, reactive, precipitation
rocket, spacecraft, propulsion, space
shape, geometry, geometric, figure
speed, velocity, acceleration
statistic, statistical, data, figures
straight line, linear
symbol, notation, sign
wave, oscillation, frequency, vibration
xray, radiography, diffraction
ai, artificial intelligence, machine learning, chatgpt, gpt, neural network
aircraft, plane, airplane, aviation, flight, aeroplane
algorithm, procedure, program, computation
app, application, software, program
automate, automation, automatic
battery, cell, power
big o, complexity, running time
bridge, structure, beam
browser, website, web
bug, error, defect, exception, crash, debug
code, program, programming, script, coding, source code
computer, machine, computing, architecture
database, sql, storage, table
deploy, release, deployment, delivery, devops
directory, folder, file, path
encrypt, encryption, cryptography, cipher
engine, motor, propulsion
gui, interface, widget, window, button, user interface
hack, hacker, attack, cyber, cybersecurity, malware, worm, virus, breach
hidden character, non-printable, invisible
internet, network, online, web
link, url, hyperlink
memory, storage, ram
network, router, lan, switch, networking
node, vertex, graph
password, login, authentication, credential, access
phone, mobile, smartphone
robot, robotics, automation
run time, runtime, execution
security, secure, protection
shell, terminal, console, command line, command, bash
spreadsheet, excel, table
sprinkler, fire suppression, extinguisher, alarm
test, testing, debug, verify
user, customer, consumer
ux, user experience, ui, user interface, usability
variable, parameter, factor
"""
