/**
 * Why the organisation, not software, does a row of FitSM-2, by its id. Only
 * for rows that no definition is evidence for. Any document may still name
 * them, and so show that they were done.
 *
 * @public
 */
export const organisational: Readonly<Record<string, string>> = {
  'GR3.A1': 'It is a talk among those who answer for the services.',
  'GR3.A2':
    'It is a judgement: policy, means and wishes are weighed against each other.',
  'GR4.A5a':
    'It is a part of the plan, and to be found only by reading the plan.',
  'GR4.A5d':
    'It is a part of the plan, and to be found only by reading the plan.',
  'GR4.A5e':
    'It is a part of the plan, and to be found only by reading the plan.',
  'GR5.A1':
    'That work follows the plan shows in all that is done, not in one kind of record: see the rows of the processes.',
  'PR1.S1':
    'How the portfolio is kept is decided before the first service is entered.',
  'PR1.S2':
    'How far a service is described is decided for all of them, before the first.',
  'PR4.S2':
    'What a plan must hold depends on the services. Plans here give a start.',
  'PR5.S1':
    'What a plan must hold depends on the services. Plans here give a start.',
  'PR6.S2':
    'Which information belongs into the inventory is decided before the first entry.',
  'PR6.S8':
    'How controls are followed is decided for all of them, before the first.',
  'PR6.O3b':
    'A new version takes the place of an old one in documents of all kinds alike; which was an update of a security policy, it says itself.',
  'PR7.S2':
    'Who meets whom, how often and about what is agreed with the customers.',
  'PR7.S3': 'By whom and how soon a complaint is answered is a decision.',
  'PR7.S4':
    'Whom to ask, how often and about what depends on the customers there are.',
  'PR9.S2':
    'By which channels people may come, and which are closed to them, is a decision.',
  'PR9.S5': 'Who is called, and when, follows from who works there.',
  'PR9.S6':
    'When users are asked, and how long one waits for their answer, is a decision.',
  'PR9.S7':
    'From which harm on an incident is a major one, and who leads then, is a decision.',
  'PR12.S2': 'Who may ask for a change, and by which channels, is a decision.',
  'PR12.S3':
    'What is urgent enough to be done before all have agreed is a decision.',
};
