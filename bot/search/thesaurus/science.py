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
test, testing, debug, verify
user, customer, consumer
ux, user experience, ui, user interface, usability
variable, parameter, factor
absorb, uptake, absorption, intake
ancestor, origin, lineage, evolutionary
antibiotic, antimicrobial, bacteria
archaeology, excavation, artifact
attract, magnetic, magnet, attraction
average, mean, median
bees, pollination, pollinator
biodiversity, variety of life
blueprint, dna, genetic code
breakdown, decomposition, decay, degradation, catabolism
building block, monomer, unit, amino acid, component
carbon dioxide, co2, greenhouse gas
cell division, mitosis, meiosis
collision, impact, crash, momentum
combustion, burning, fuel
concentration, molarity
conduct, conductor, conductivity
copy, replicate, replication, duplicate, duplication
cycle, loop, periodic
diffuse, diffusion, osmosis
distance, displacement, length
drought, dry, arid
earthquake, seismic, tectonic
embryo, development, fetus, foetus
endangered, conservation, threatened, extinct
erosion, weathering, wear
experiment, trial, lab, laboratory
fertilizer, nutrient, soil
flow, current, fluid, stream
friction, drag, resistance
fuel, gasoline, petrol, energy
garbage, waste, pollution
gene editing, crispr, genetic engineering
harvest, crop, farming, agriculture
inherit, genetic, heredity, passed down
infinite, unbounded, infinity
invention, discovery, innovation, inventor
liquid, fluid, solution
matter, substance, material
measure, measurement, metric, quantify
melt, melting, thaw
mixture, solution, blend, compound
mountain, elevation, volcano
multiply, product, multiplication
mutation, genetic change, variant
nerve cell, neuron, axon
offspring, progeny, descendants, children
oxygen, aerobic, respiration
particle, molecule, atom, electron
pesticide, insecticide, herbicide, chemical
predator, prey, hunt
random, probability, stochastic, chance
ratio, proportion, rate, fraction
recycle, reuse, recycling, sustainability, sustainable
renewable, solar, wind, green energy
sequence, series, order
signal, transmission, stimulus
slope, gradient, derivative, steepness
spin, rotation, rotate, angular
stretch, tension, elastic, strain
sun, solar, sunlight
tide, wave, ocean
trait, phenotype, characteristic, feature
transport, transfer, carry, movement
vaccine, immunization, immunity
volcano, eruption, magma, lava
warming, climate change, temperature rise
wood, timber, forest
binary, bit, boolean
boolean, logic, true or false
cache, memory, buffer
camera, image, photo, lens
chip, processor, cpu, microprocessor
click, button, event
compress, compression, reduce
concurrency, parallel, thread, multithreading
crash, failure, exception, error
dashboard, report, visualization
data, information, dataset
delete, remove, erase
dictionary, hash, map, lookup
email, message, mail
function, method, procedure, subroutine
input, data entry, user input
install, setup, installation, configure
iterate, loop, repeat, iteration
library, package, module
list, array, sequence
load balancing, scaling, scalability
neural network, deep learning, ai
operating system, linux, windows, unix
output, print, display
permission, access, privilege, rights
pointer, reference, address
recursion, recursive
server, host, backend
sort, order, arrange, sorting
string, text, characters
tree, hierarchy, hierarchical
version control, git, repository
"""
