"""Words of coaching, learning, psychology and health.

One group a line; a word may stand in several. Pure: no I/O.
"""

GROUPS = """
coachee, client
agreement, contract, contracting, deal, arrangement
accountability, responsible, responsibility, accountable, answerable
attentive, presence, attention, focus, concentration, listening
assumption, presumption, premise, presupposition
boundary, limit, role
buddy, partner, peer, fellow, classmate, colleague
certificate, certification, credential, credentialing, accreditation, accredited, qualification, license, diploma
license, licence, permit
exam, examination, test, assessment, quiz, midterm
client-centered, person-centered
competency, skill, standard
confidential, confidentiality, privacy, private, secret
course, class, lecture, module, curriculum, program, programme, training, workshop, lesson
education, degree, university, college, schooling, qualification, academic
empathy, compassion, kindness, kind, understanding, caring
essay, paper, assignment, thesis, writing, composition
grade, mark, score, result
growth, development, progress
homework, assignment, task
insight, takeaway, lesson, learning, realization, discovery
jargon, buzzword, terminology, technical language, vocabulary
mentor, mentorship, mentoring, supervisor, advisor, guide
mindset, attitude, outlook, belief
misunderstanding, miscommunication, confusion
note, notes, note-taking, annotation, summary
neurodivergent, adhd, autistic, autism, attention deficit, dyslexia
observe, notice, watch
opportunity, chance, possibility, prospect
pathway, path, career, route
professor, teacher, lecturer, instructor, educator, tutor, faculty
pupil, student, schoolchildren
question, powerful question, inquiry
reflection, reflect, introspection, self-reflection, reflective, think
revise, revision, study, prepare, review
rehearse, practice
session, meeting, conversation, call, appointment
silence, quiet, pause, stillness
structure, framework, plan, outline
syllabus, curriculum, topic, content
technique, tool, method, exercise, activity
trust, safety, psychological safety, secure, safe
tutor, tutoring, consulting, consultation, teacher
values, ethics, principles, culture
goal, outcome, aim, objective, agenda
stretch, challenge, push, confront
listener, audience, participant
identity, self, self-concept, personality
perspective, viewpoint, point of view, standpoint
career, profession, vocation, job
self-aware, self-awareness, self-knowledge
time management, scheduling, procrastination, prioritize, priority
trait, characteristic, personality, attribute
voice, style, tone
addiction, substance abuse, dependence, dependency, drug
alzheimers, dementia, cognitive decline
attachment, bond, bonding
behaviourism, conditioning, reinforcement, reward
brain, neural, cerebral, cortex, neurological, neuroscience, neuron
nerve, neuron, neural, nervous, neuronal
conscious, aware, awake
counselor, counsellor, therapist, psychologist, therapy, counseling, counselling, psychotherapy
deafness, hearing loss, hearing impairment, deaf
blindness, vision loss, visual impairment, blind
emotion regulation, self-control, self-regulation, impulse
eyewitness, witness, testimony
intelligence, iq, cognitive ability
mental health, psychological, mental illness, psychiatric, psychiatry
motivation, drive, incentive
perception, sensory, sense, sensation
personality, character, temperament
phobia, exposure, fear
relationship, interpersonal, couple
self-esteem, self-worth, confidence
sleep, circadian, insomnia
stereotype, prejudice, bias
trauma, traumatic, ptsd, post-traumatic
abortion, termination of pregnancy
allergy, allergic, hypersensitivity, immune
bacteria, microbe, germ, pathogen, microorganism, microbial, bacterial
blood, hematologic, haematology, vascular, hemoglobin
blood sugar, glucose, diabetes, insulin, glycemic
body, anatomy, physical, physiological, somatic, physiology
bone, skeletal, skeleton, fracture, osseous
breathing, respiration, respiratory, breathe, ventilation, airway, inhale, lung, pulmonary
cancer, tumor, tumour, malignant, carcinoma, oncology, neoplasm, metastasis
carer, caregiver, nurse, caretaker
checkup, screening, examination, diagnosis, diagnostic
diagnose, diagnosis, diagnostic, identify
digestion, digestive, gastrointestinal, gut, stomach, intestine, bowel
doctor, physician, clinician, surgeon, medic, medical
drug, medication, medicine, pharmaceutical, pharmacological, pill, meds
eye, ocular, vision, retina, visual, ophthalmic
exercise, workout, gym, physical activity, fitness
face, facial
fever, temperature, pyrexia
flu, influenza, virus, viral
gene, genetic, dna, hereditary, inheritance, genome, heredity, inherit
gland, hormone, endocrine, thyroid, hormonal
heart, cardiac, cardiovascular, coronary
heart attack, myocardial infarction, cardiac arrest
high blood pressure, hypertension, hypertensive
hospital, clinic, ward, clinical, healthcare, medical center
immune, immunity, defend, antibody, lymphocyte
infection, infectious, contagious, transmission, infected
injection, vaccine, vaccination, immunization, shot
injury, wound, trauma, lesion
kidney, renal, nephron, urinary
liver, hepatic, cirrhosis, hepatitis
medical, clinical, healthcare
muscle, muscular, contraction
newborn, infant, baby, neonatal, babies
nursing, nurse, patient care
operation, surgery, surgical, procedure
patient, sufferer, client
pee, urine, urinary, urinate, bladder, incontinence, toilet
plastic surgery, cosmetic surgery, reconstructive
pregnant, pregnancy, prenatal, maternal, conception, birth, childbirth, fertility, reproductive
prognosis, survival, life expectancy, outlook
shot, injection, vaccine
skin, dermal, dermatology, cutaneous
smoke, smoking, tobacco, cigarette
stroke, cerebrovascular
swallow, dysphagia, ingestion
symptom, sign, manifestation
teeth, dental, tooth, dentist, oral
transplant, graft, donor, transfusion
tired, fatigue
yeast, fungus, fungal, mould, mold, fungi
assertive, confident, assertiveness, self-confidence
beginner, new, novice, newcomer, starter
brainstorm, idea generation, creativity, ideation
calm, relax, regulation, composure
celebrate, success, recognition, win
check in, follow up, review, monitor
comfort zone, stretch, growth
commitment, accountability, promise, follow-through, dedication
confidence, self-esteem, self-efficacy
conflict, quarrel, dispute, disagreement, clash, tension, argue
coping, resilience, manage
deadline, due date, schedule
delegate, assign, hand over, delegation
delusion, hallucination, psychosis, schizophrenia
distract, distraction, interruption, interrupt
diversity, inclusion, inclusive, equity
elderly, senior citizen, older adult, aged, geriatric
empower, empowerment, autonomy, agency
engagement, involvement, interest, invested
gesture, body language, nonverbal, posture
guilt, shame, regret, remorse
hunch, intuition, gut feeling, instinct
impostor, self-doubt, insecurity, inadequacy
journal, diary, log, journaling, reflection
judgmental, bias, judging, nonjudgmental
meditation, mindfulness, awareness
mistrust, distrust, suspicion
overwhelmed, stress, burnout, overload, workload
parenting, upbringing, child-rearing, nurture
perspective, reframe, reframing, view
positive, optimism, optimistic, strengths
potential, capability, talent, growth
rapport, relationship, trust, connection
resistance, reluctant, resistant, unwilling
role play, simulation, practice, demonstration
self-care, wellbeing, health
session, meeting, appointment
shy, introverted, social anxiety
small step, milestone, action, progress
suicide, self-harm, crisis
supervision, mentoring, reflective practice
teammate, colleague, coworker, team member
virtual, online, remote, zoom, digital
vision, future, dream, purpose
vulnerable, vulnerability, openness
well-being, wellness, happiness, quality of life, health
workload, burden, demands
ankle, knee, joint, ligament
appetite, hunger, eating
arthritis, joint, inflammation
asthma, bronchial, airway
backbone, spine, spinal, vertebral
bedsore, pressure ulcer, wound
belly, abdomen, abdominal, stomach
bleeding, hemorrhage, haemorrhage, blood loss
bruise, contusion, blunt
chemotherapy, cancer treatment, oncology
chest pain, angina
clot, thrombosis, coagulation, embolism
contagion, epidemic, outbreak, pandemic
dose, dosage, administration
emergency, urgent, acute, crisis
health worker, nurse, clinician, provider
hearing, auditory, ear
hygiene, handwashing, cleanliness, sanitation, infection control
inflammation, swelling, swollen, edema
lifespan, life expectancy, longevity, aging
mental disorder, mental illness, psychopathology
nausea, vomiting, sickness
numb, anesthesia, anaesthesia
overdose, poisoning, toxicity, toxic, poison
pill, tablet, medication
period, menstruation, menstrual cycle
poison, toxin, toxic, venom
rehabilitation, recovery, physiotherapy, rehab
scan, imaging, mri, radiology, ultrasound
seizure, epilepsy, convulsion
side effect, adverse effect, complication
tremor, parkinsons, shaking
vein, artery, vessel, vascular
vitamin, nutrient, mineral, supplement
"""
