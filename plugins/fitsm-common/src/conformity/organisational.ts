/**
 * Why the organisation, not software, does a row of FitSM-2, by its id. Only
 * for rows that no definition is evidence for. Any document may still name
 * them, and so show that they were done.
 *
 * @public
 */
export const organisational: Readonly<Record<string, string>> = {
  'GR1.A1':
    'Only its own people know what goes wrong there and why that is to change.',
  'GR1.A3':
    'What the policy promises is a decision of top management. The vote on the document is kept.',
  'GR1.A5':
    'One document is the policy: the review that counts is of that one, not of any.',
  'GR2.A2':
    'How documents are controlled is agreed among people. The lifecycle of documents carries out what was agreed.',
  'GR2.A3':
    'Which documents must exist follows from the scope and the duties of the organisation.',
  'GR3.A1': 'It is a talk among those who answer for the services.',
  'GR3.A2':
    'It is a judgement: policy, means and wishes are weighed against each other.',
  'GR3.A3':
    'What is inside and outside of the scope is a decision of top management.',
  'GR4.A5': 'What to reach, and with which means, is for the organisation.',
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
  'PR6.S1':
    'How sensitive information is follows from laws and duties that only the organisation knows.',
  'PR6.S2':
    'Which information belongs into the inventory is decided before the first entry.',
  'PR6.S5': 'How risks are weighed, and which are borne, is a decision.',
  'PR6.S7':
    'What people must and must not do is a decision. The vote on the document is kept.',
  'PR6.S8':
    'How controls are followed is decided for all of them, before the first.',
  'PR6.O3a':
    'Documents of all kinds live alike: which of them is a security policy, the document itself says.',
  'PR6.O3b':
    'Documents of all kinds live alike: which of them is a security policy, the document itself says.',
  'PR6.O3c':
    'Documents of all kinds live alike: which of them was a security policy, a document that takes its place says.',
  'PR6.R2':
    'Documents of all kinds live alike: which of them is a security policy, the document itself says.',
  'PR7.S2':
    'Who meets whom, how often and about what is agreed with the customers.',
  'PR7.S3': 'By whom and how soon a complaint is answered is a decision.',
  'PR7.S4':
    'Whom to ask, how often and about what depends on the customers there are.',
  'PR9.S2':
    'By which channels people may come, and which are closed to them, is a decision.',
  'PR9.S3':
    'Categories follow from the services. People must know when to use which.',
  'PR9.S4':
    'What is urgent is a decision. The matrix of the configuration carries it out.',
  'PR9.S5': 'Who is called, and when, follows from who works there.',
  'PR9.S6':
    'When users are asked, and how long one waits for their answer, is a decision.',
  'PR9.S7':
    'From which harm on an incident is a major one, and who leads then, is a decision.',
  'PR9.R6':
    'Reports on all topics are alike: which of them are about incidents, their specifications say. See PR3.R3.',
  'PR11.S1':
    'Which items are worth their upkeep is weighed by those who need the information.',
  'PR12.S2': 'Who may ask for a change, and by which channels, is a decision.',
  'PR12.S3':
    'What is urgent enough to be done before all have agreed is a decision.',
};
