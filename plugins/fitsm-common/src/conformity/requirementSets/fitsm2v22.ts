import { RequirementSet } from './RequirementSet';

/** FitSM-2, version 2.2: what it asks for, row by row, in our own words. @public */
export const fitsm2v22: RequirementSet = {
  id: 'fitsm-2-2.2',
  standard: 'FitSM-2',
  version: '2.2',
  groups: [
    {
      id: 'GR1',
      process: 'sms',
      title: 'Top management commitment and responsibility',
      objective:
        'Top management is visibly committed to working by service and process, and does its part as leader.',
      rows: [
        {
          id: 'GR1.A1',
          section: 'activity',
          text: 'Write a problem statement - what goes wrong without service management, and why to change it',
        },
        {
          id: 'GR1.A2',
          section: 'activity',
          text: 'Define the SMS owner role and give it to a person from top management',
        },
        {
          id: 'GR1.A3',
          section: 'activity',
          text: 'Write a general service management policy that follows from the problem statement; top management approves it',
        },
        {
          id: 'GR1.A4',
          section: 'activity',
          text: 'Make a communication plan, and tell stakeholders about ITSM topics as it says',
        },
        {
          id: 'GR1.A5',
          section: 'activity',
          text: 'Review the service management policy at regular intervals',
        },
        {
          id: 'GR1.A6',
          section: 'activity',
          text: 'Hold management reviews of the SMS at regular intervals, with known topics and wanted outcomes',
        },
      ],
    },
    {
      id: 'GR2',
      process: 'sms',
      title: 'Documentation',
      objective:
        'Policies, processes, procedures and what they produce are documented well enough to be effective and traceable.',
      rows: [
        {
          id: 'GR2.A1',
          section: 'activity',
          text: 'Agree one place and format for service management documents',
        },
        {
          id: 'GR2.A2',
          section: 'activity',
          text: 'Agree procedures for document control - creation and approval, distribution, review, versions and change tracking',
        },
        {
          id: 'GR2.A3',
          section: 'activity',
          text: 'Agree which documents must exist and be kept (policies, plans, process descriptions, service catalogue ...)',
        },
      ],
    },
    {
      id: 'GR3',
      process: 'sms',
      title: 'Scope of service management',
      objective:
        'The extent and limits of the SMS are agreed and written down - services, organisations and locations.',
      rows: [
        {
          id: 'GR3.A1',
          section: 'activity',
          text: 'Discuss which services, technologies, locations and customers are in scope',
        },
        {
          id: 'GR3.A2',
          section: 'activity',
          text: "Align the scope with the policy, the resources at hand and the customers' requirements",
        },
        {
          id: 'GR3.A3',
          section: 'activity',
          text: 'Produce a formal scope statement',
        },
      ],
    },
    {
      id: 'GR4',
      process: 'sms',
      title: 'Planning service management (PLAN)',
      objective:
        'Plans to implement and maintain ITSM exist, based on the scope.',
      rows: [
        {
          id: 'GR4.A1',
          section: 'activity',
          text: "Assess the baseline maturity of today's SMS",
        },
        {
          id: 'GR4.A2',
          section: 'activity',
          text: 'Set a goal level of maturity, in words or figures',
        },
        {
          id: 'GR4.A3',
          section: 'activity',
          text: 'Describe the gap between goal and baseline',
        },
        {
          id: 'GR4.A4',
          section: 'activity',
          text: 'Derive the improvement tasks from the gap',
        },
        {
          id: 'GR4.A5',
          section: 'activity',
          text: 'Produce a service management plan',
        },
        {
          id: 'GR4.A5a',
          section: 'activity',
          text: 'The plan gives goals and timing for the SMS and its processes',
        },
        {
          id: 'GR4.A5b',
          section: 'activity',
          text: 'The plan assigns the general SMS roles',
        },
        {
          id: 'GR4.A5c',
          section: 'activity',
          text: 'The plan assigns the process roles',
        },
        {
          id: 'GR4.A5d',
          section: 'activity',
          text: 'The plan puts tasks on a timeline',
        },
        {
          id: 'GR4.A5e',
          section: 'activity',
          text: 'The plan says which tools support the SMS and the processes',
        },
      ],
    },
    {
      id: 'GR5',
      process: 'sms',
      title: 'Implementing service management (DO)',
      objective:
        'ITSM is carried out as planned, and the processes are followed in practice.',
      rows: [
        {
          id: 'GR5.A1',
          section: 'activity',
          text: 'Implement and run the SMS as the plan says',
        },
        {
          id: 'GR5.A2',
          section: 'activity',
          text: 'Support and enforce the processes in practice - communication, awareness, training, and in the end sanctions',
        },
      ],
    },
    {
      id: 'GR6',
      process: 'sms',
      title: 'Monitoring and reviewing service management (CHECK)',
      objective:
        'Compliance, effectiveness, efficiency and maturity are measured, and chances to improve are found.',
      rows: [
        {
          id: 'GR6.A1',
          section: 'activity',
          text: 'Define specific, measurable indicators (KPIs) and how they are monitored',
        },
        {
          id: 'GR6.A2',
          section: 'activity',
          text: 'Monitor the indicators regularly and record the results',
        },
        {
          id: 'GR6.A3',
          section: 'activity',
          text: 'Assess the SMS qualitatively at regular intervals',
        },
        {
          id: 'GR6.A4',
          section: 'activity',
          text: 'Define an internal audit programme - status and importance of processes, scope, frequency, impartial auditors',
        },
        {
          id: 'GR6.A5',
          section: 'activity',
          text: 'Plan and carry out audits by the programme',
        },
        {
          id: 'GR6.A6',
          section: 'activity',
          text: 'Report measurements, assessments and audits to everyone concerned, top management included',
        },
      ],
    },
    {
      id: 'GR7',
      process: 'sms',
      title: 'Continually improving service management (ACT)',
      objective:
        'Corrective and follow-up actions come out of measurements, assessments, reviews and audits.',
      rows: [
        {
          id: 'GR7.A1',
          section: 'activity',
          text: 'Run improvements through the CSI process - prioritise, approve or reject, implement',
        },
      ],
    },
    {
      id: 'PR1',
      process: 'spm',
      title: 'Service portfolio management',
      objective: 'Define and maintain a service portfolio.',
      rows: [
        {
          id: 'PR1.S1',
          section: 'setup',
          text: 'Define how the service portfolio is documented',
        },
        {
          id: 'PR1.S2',
          section: 'setup',
          text: 'Define how one service is described and specified',
        },
        {
          id: 'PR1.S3',
          section: 'setup',
          text: 'Set up a first portfolio with specifications for at least all live services in scope',
        },
        {
          id: 'PR1.S4',
          section: 'setup',
          text: 'Map the parties (organisations, federation members) that take part in delivering services',
        },
        {
          id: 'PR1.S4a',
          section: 'setup',
          text: 'For each party, describe its role in providing services',
        },
        {
          id: 'PR1.S4b',
          section: 'setup',
          text: 'For each party, name a single contact point',
        },
        {
          id: 'PR1.I1',
          section: 'input',
          text: 'Customer demand and requirements',
        },
        {
          id: 'PR1.I2',
          section: 'input',
          text: "The provider's resources and capabilities",
        },
        {
          id: 'PR1.I3',
          section: 'input',
          text: "The provider's limits and constraints",
        },
        {
          id: 'PR1.O1a',
          section: 'ongoing',
          text: 'Add a service to the portfolio',
        },
        {
          id: 'PR1.O1b',
          section: 'ongoing',
          text: 'Update a service in the portfolio',
        },
        {
          id: 'PR1.O1c',
          section: 'ongoing',
          text: 'Retire a service in the portfolio',
        },
        {
          id: 'PR1.O2a',
          section: 'ongoing',
          text: 'Create and approve a service design and transition package (SDTP)',
        },
        {
          id: 'PR1.O2b',
          section: 'ongoing',
          text: 'Update a service design and transition package',
        },
        {
          id: 'PR1.O3',
          section: 'ongoing',
          text: 'Manage the organisational structure that delivers the services',
        },
        {
          id: 'PR1.R1',
          section: 'output',
          text: 'A complete, current service portfolio',
        },
        {
          id: 'PR1.R2',
          section: 'output',
          text: 'Valid and consistent service descriptions / specifications',
        },
        {
          id: 'PR1.R3',
          section: 'output',
          text: 'Service design and transition packages for new or changed services',
        },
      ],
    },
    {
      id: 'PR2',
      process: 'slm',
      title: 'Service level management',
      objective:
        'Keep a service catalogue, and define, agree and monitor service levels through SLAs, supported by OLAs and UAs.',
      rows: [
        {
          id: 'PR2.S1',
          section: 'setup',
          text: 'Define the structure of the service catalogue, and make a first one from the portfolio',
        },
        {
          id: 'PR2.S2',
          section: 'setup',
          text: 'Define a default SLA that holds for every service without an SLA of its own',
        },
        {
          id: 'PR2.S3',
          section: 'setup',
          text: 'Define templates for individual SLAs, OLAs and UAs',
        },
        {
          id: 'PR2.S4',
          section: 'setup',
          text: 'Find the most critical supporting components, and agree OLAs and UAs with those who provide them',
        },
        {
          id: 'PR2.S5',
          section: 'setup',
          text: 'Agree individual SLAs with customers for the most important services',
        },
        { id: 'PR2.I1', section: 'input', text: 'The service portfolio' },
        {
          id: 'PR2.I2',
          section: 'input',
          text: 'General and specific customer requirements',
        },
        {
          id: 'PR2.O1a',
          section: 'ongoing',
          text: 'Add a service to the service catalogue',
        },
        {
          id: 'PR2.O1b',
          section: 'ongoing',
          text: 'Update a service in the service catalogue',
        },
        {
          id: 'PR2.O1c',
          section: 'ongoing',
          text: 'Remove a service from the service catalogue',
        },
        {
          id: 'PR2.O2a',
          section: 'ongoing',
          text: 'Negotiate and sign a new SLA',
        },
        {
          id: 'PR2.O2b',
          section: 'ongoing',
          text: 'Evaluate and report on SLA fulfilment',
        },
        {
          id: 'PR2.O2c',
          section: 'ongoing',
          text: 'Notify the customer of an SLA violation',
        },
        { id: 'PR2.O2d', section: 'ongoing', text: 'Update or resign an SLA' },
        {
          id: 'PR2.O3a',
          section: 'ongoing',
          text: 'Negotiate and sign an OLA or UA',
        },
        {
          id: 'PR2.O3b',
          section: 'ongoing',
          text: 'Evaluate and report on OLA / UA fulfilment',
        },
        {
          id: 'PR2.O3c',
          section: 'ongoing',
          text: 'Notify the supporting party, federation member or supplier of an OLA / UA violation',
        },
        {
          id: 'PR2.O3d',
          section: 'ongoing',
          text: 'Update or resign an OLA / UA',
        },
        { id: 'PR2.R1', section: 'output', text: 'Current service catalogue' },
        { id: 'PR2.R2', section: 'output', text: 'Default (corporate) SLA' },
        {
          id: 'PR2.R3',
          section: 'output',
          text: 'Individual SLAs with customers',
        },
        { id: 'PR2.R4', section: 'output', text: 'Supporting OLAs and UAs' },
      ],
    },
    {
      id: 'PR3',
      process: 'srm',
      title: 'Service reporting management',
      objective:
        'Specify all service reports, and have them produced as specified and on time to support decisions.',
      rows: [
        {
          id: 'PR3.S1',
          section: 'setup',
          text: 'List all service reports that are or will be produced regularly',
        },
        {
          id: 'PR3.S2',
          section: 'setup',
          text: 'Specify each report - unique name (id), purpose, audience, frequency, contents, format and delivery',
        },
        {
          id: 'PR3.S3',
          section: 'setup',
          text: 'Define report templates, general or specific',
        },
        {
          id: 'PR3.I1',
          section: 'input',
          text: 'Reporting requirements (from SLAs, for example)',
        },
        {
          id: 'PR3.O1a',
          section: 'ongoing',
          text: 'Define a new service report',
        },
        {
          id: 'PR3.O1b',
          section: 'ongoing',
          text: 'Update a report specification',
        },
        {
          id: 'PR3.O1c',
          section: 'ongoing',
          text: 'Terminate a service report',
        },
        {
          id: 'PR3.O2a',
          section: 'ongoing',
          text: 'Verify that reports are produced and distributed as specified',
        },
        {
          id: 'PR3.O2b',
          section: 'ongoing',
          text: 'Start follow-up actions where reporting is inaccurate',
        },
        {
          id: 'PR3.R1',
          section: 'output',
          text: 'List of all agreed service reports',
        },
        {
          id: 'PR3.R2',
          section: 'output',
          text: 'Specification of every report',
        },
        {
          id: 'PR3.R3',
          section: 'output',
          text: 'The actual reports, produced regularly',
        },
      ],
    },
    {
      id: 'PR4',
      process: 'sacm',
      title: 'Service availability and continuity management',
      objective:
        'Availability meets the agreed requirements, and continuity is adequate in exceptional situations.',
      rows: [
        {
          id: 'PR4.S1',
          section: 'setup',
          text: 'Identify the most critical availability and continuity requirements from SLAs and other sources',
        },
        {
          id: 'PR4.S2',
          section: 'setup',
          text: 'Define the structure of an availability and continuity plan',
        },
        {
          id: 'PR4.S3',
          section: 'setup',
          text: 'Define how availability (and continuity) is monitored and recorded on an ongoing basis',
        },
        {
          id: 'PR4.I1',
          section: 'input',
          text: 'Availability and continuity requirements (from SLAs, for example)',
        },
        {
          id: 'PR4.I2',
          section: 'input',
          text: 'Risk factors that affect the agreed targets',
        },
        {
          id: 'PR4.O1',
          section: 'ongoing',
          text: 'Identify and record availability and continuity requirements',
        },
        {
          id: 'PR4.O2',
          section: 'ongoing',
          text: 'Assess the risks to availability and continuity',
        },
        {
          id: 'PR4.O3',
          section: 'ongoing',
          text: 'Maintain availability and continuity plans',
        },
        {
          id: 'PR4.O4',
          section: 'ongoing',
          text: 'Carry out service continuity tests',
        },
        {
          id: 'PR4.O5',
          section: 'ongoing',
          text: 'Monitor availability and continuity',
        },
        {
          id: 'PR4.R1',
          section: 'output',
          text: 'Availability and continuity plans',
        },
        {
          id: 'PR4.R2',
          section: 'output',
          text: 'Availability and continuity monitoring concept',
        },
        {
          id: 'PR4.R3',
          section: 'output',
          text: 'Availability and continuity monitoring records / reports',
        },
      ],
    },
    {
      id: 'PR5',
      process: 'capm',
      title: 'Capacity management',
      objective:
        'Enough capacity is there to meet the agreed capacity and performance requirements.',
      rows: [
        {
          id: 'PR5.S1',
          section: 'setup',
          text: 'Define the structure of a capacity plan',
        },
        {
          id: 'PR5.S2',
          section: 'setup',
          text: 'Define how performance, capacity and utilisation are monitored and recorded on an ongoing basis',
        },
        {
          id: 'PR5.I1',
          section: 'input',
          text: 'Performance and capacity requirements (from SLAs, for example)',
        },
        {
          id: 'PR5.I2',
          section: 'input',
          text: 'Current capacities, and past, present and predicted utilisation',
        },
        {
          id: 'PR5.I3',
          section: 'input',
          text: 'Available resources and constraints',
        },
        {
          id: 'PR5.O1',
          section: 'ongoing',
          text: 'Identify and record capacity and performance requirements',
        },
        { id: 'PR5.O2', section: 'ongoing', text: 'Maintain capacity plans' },
        {
          id: 'PR5.O3',
          section: 'ongoing',
          text: 'Monitor capacity, utilisation and performance',
        },
        {
          id: 'PR5.R1',
          section: 'output',
          text: 'Capacity plans (demand, planned upgrades, downgrades, reallocations)',
        },
        {
          id: 'PR5.R2',
          section: 'output',
          text: 'Capacity and performance monitoring concept',
        },
        {
          id: 'PR5.R3',
          section: 'output',
          text: 'Capacity and performance monitoring records / reports',
        },
      ],
    },
    {
      id: 'PR6',
      process: 'ism',
      title: 'Information security management',
      objective:
        'Confidentiality, integrity and accessibility of relevant information assets are preserved throughout service delivery.',
      rows: [
        {
          id: 'PR6.S1',
          section: 'setup',
          text: 'Define a scheme to classify information assets by sensitivity / criticality',
        },
        {
          id: 'PR6.S2',
          section: 'setup',
          text: 'Define how the inventory of information assets is documented',
        },
        {
          id: 'PR6.S3',
          section: 'setup',
          text: 'Identify, describe and classify the most important information assets',
        },
        {
          id: 'PR6.S4',
          section: 'setup',
          text: 'Link configuration items to the information assets they hold or process',
        },
        {
          id: 'PR6.S5',
          section: 'setup',
          text: 'Define a method to identify and assess information security risks',
        },
        {
          id: 'PR6.S6',
          section: 'setup',
          text: 'Carry out a first risk assessment on the assets found, for the most significant risks',
        },
        {
          id: 'PR6.S7',
          section: 'setup',
          text: 'Define clear information security policies',
        },
        {
          id: 'PR6.S8',
          section: 'setup',
          text: 'Define how security controls are documented, and how their status and progress are monitored',
        },
        {
          id: 'PR6.S9',
          section: 'setup',
          text: 'Identify and document the most important technical, physical and organisational controls in place',
        },
        {
          id: 'PR6.I1',
          section: 'input',
          text: 'Security requirements (from SLAs, legislation, contracts)',
        },
        {
          id: 'PR6.I2',
          section: 'input',
          text: 'Relevant risk factors (assets, vulnerabilities, threats)',
        },
        {
          id: 'PR6.O1a',
          section: 'ongoing',
          text: 'Add an information asset to the inventory',
        },
        {
          id: 'PR6.O1b',
          section: 'ongoing',
          text: "Update an asset's description or classification",
        },
        {
          id: 'PR6.O1c',
          section: 'ongoing',
          text: 'Remove an asset from the inventory',
        },
        {
          id: 'PR6.O2a',
          section: 'ongoing',
          text: 'Identify and assess a new or changed security risk',
        },
        {
          id: 'PR6.O2b',
          section: 'ongoing',
          text: 'Review or repeat the risk assessment at regular intervals',
        },
        {
          id: 'PR6.O3a',
          section: 'ongoing',
          text: 'Create, approve and communicate a security policy',
        },
        { id: 'PR6.O3b', section: 'ongoing', text: 'Update a security policy' },
        { id: 'PR6.O3c', section: 'ongoing', text: 'Retire a security policy' },
        {
          id: 'PR6.O4a',
          section: 'ongoing',
          text: 'Specify a new security control',
        },
        {
          id: 'PR6.O4b',
          section: 'ongoing',
          text: "Update a control's specification",
        },
        { id: 'PR6.O4c', section: 'ongoing', text: 'Retire a control' },
        {
          id: 'PR6.O5a',
          section: 'ongoing',
          text: 'Monitor, record and classify security events',
        },
        {
          id: 'PR6.O5b',
          section: 'ongoing',
          text: 'Identify and handle a security incident',
        },
        {
          id: 'PR6.O5c',
          section: 'ongoing',
          text: 'Define and follow up actions after a security incident',
        },
        {
          id: 'PR6.O6a',
          section: 'ongoing',
          text: 'Process requests for access rights',
        },
        { id: 'PR6.O6b', section: 'ongoing', text: 'Provide access rights' },
        {
          id: 'PR6.O6c',
          section: 'ongoing',
          text: 'Modify or revoke access rights',
        },
        {
          id: 'PR6.O6d',
          section: 'ongoing',
          text: 'Review access rights at regular intervals',
        },
        {
          id: 'PR6.R1',
          section: 'output',
          text: 'Current inventory of information assets',
        },
        {
          id: 'PR6.R2',
          section: 'output',
          text: 'Approved information security policies',
        },
        {
          id: 'PR6.R3',
          section: 'output',
          text: 'Current information security risk assessment',
        },
        {
          id: 'PR6.R4',
          section: 'output',
          text: 'Documented security controls',
        },
        {
          id: 'PR6.R5',
          section: 'output',
          text: 'Reports on security events, incidents and follow-up actions',
        },
      ],
    },
    {
      id: 'PR7',
      process: 'crm',
      title: 'Customer relationship management',
      objective:
        'A good relationship with the customers who receive services is established and kept.',
      rows: [
        {
          id: 'PR7.S1',
          section: 'setup',
          text: "Set up a customer database - contacts on the customer's side, and an account manager on ours",
        },
        {
          id: 'PR7.S2',
          section: 'setup',
          text: 'Define how a service review is held and documented',
        },
        {
          id: 'PR7.S3',
          section: 'setup',
          text: 'Define how a customer complaint is recorded, answered and followed up',
        },
        {
          id: 'PR7.S4',
          section: 'setup',
          text: 'Define how customer satisfaction is evaluated regularly (surveys, for example)',
        },
        {
          id: 'PR7.I1',
          section: 'input',
          text: 'Information on service customers',
        },
        { id: 'PR7.I2', section: 'input', text: 'Current service catalogue' },
        {
          id: 'PR7.I3',
          section: 'input',
          text: 'Customer demands and requirements',
        },
        {
          id: 'PR7.I4',
          section: 'input',
          text: 'SLAs in place with customers',
        },
        { id: 'PR7.I5', section: 'input', text: 'Customer complaints' },
        { id: 'PR7.O1a', section: 'ongoing', text: 'Add a customer' },
        {
          id: 'PR7.O1b',
          section: 'ongoing',
          text: "Update a customer's information",
        },
        { id: 'PR7.O1c', section: 'ongoing', text: 'Remove a customer' },
        {
          id: 'PR7.O2a',
          section: 'ongoing',
          text: 'Record, handle and close a complaint',
        },
        {
          id: 'PR7.O2b',
          section: 'ongoing',
          text: 'Monitor the actions that follow a complaint',
        },
        {
          id: 'PR7.O2c',
          section: 'ongoing',
          text: 'Review all complaints and follow-up actions periodically',
        },
        {
          id: 'PR7.O3a',
          section: 'ongoing',
          text: 'Plan and prepare a satisfaction survey',
        },
        {
          id: 'PR7.O3b',
          section: 'ongoing',
          text: 'Carry out a survey and record its results',
        },
        {
          id: 'PR7.O3c',
          section: 'ongoing',
          text: 'Start follow-up actions where satisfaction is insufficient',
        },
        {
          id: 'PR7.O4a',
          section: 'ongoing',
          text: 'Plan and prepare a service review',
        },
        {
          id: 'PR7.O4b',
          section: 'ongoing',
          text: 'Hold and record a service review',
        },
        { id: 'PR7.R1', section: 'output', text: 'Current customer database' },
        { id: 'PR7.R2', section: 'output', text: 'Service review reports' },
        { id: 'PR7.R3', section: 'output', text: 'Complaint records' },
        {
          id: 'PR7.R4',
          section: 'output',
          text: 'Customer satisfaction reports',
        },
      ],
    },
    {
      id: 'PR8',
      process: 'suppm',
      title: 'Supplier relationship management',
      objective:
        'A healthy relationship with the suppliers who support service delivery, and their performance monitored.',
      rows: [
        {
          id: 'PR8.S1',
          section: 'setup',
          text: "Set up a supplier database - contacts on the supplier's side, and a supplier relationship manager on ours",
        },
        { id: 'PR8.I1', section: 'input', text: 'Information on suppliers' },
        { id: 'PR8.I2', section: 'input', text: "Suppliers' offerings" },
        { id: 'PR8.I3', section: 'input', text: 'UAs in place with suppliers' },
        { id: 'PR8.O1a', section: 'ongoing', text: 'Add a supplier' },
        {
          id: 'PR8.O1b',
          section: 'ongoing',
          text: "Update a supplier's information",
        },
        { id: 'PR8.O1c', section: 'ongoing', text: 'Remove a supplier' },
        {
          id: 'PR8.O2a',
          section: 'ongoing',
          text: 'Measure and review supplier performance against UAs',
        },
        {
          id: 'PR8.O2b',
          section: 'ongoing',
          text: 'Start follow-up actions where performance is insufficient',
        },
        { id: 'PR8.R1', section: 'output', text: 'Current supplier database' },
        {
          id: 'PR8.R2',
          section: 'output',
          text: 'Supplier performance reports',
        },
      ],
    },
    {
      id: 'PR9',
      process: 'isrm',
      title: 'Incident and service request management',
      objective:
        'Restore agreed service operation within the agreed time after an incident, and respond to user service requests.',
      rows: [
        {
          id: 'PR9.S1',
          section: 'setup',
          text: 'Set up a tool that records and handles incidents and requests - classification, prioritisation, escalation, closure',
        },
        {
          id: 'PR9.S2',
          section: 'setup',
          text: 'Define how they are recorded - sources and channels, required format, way into the system',
        },
        {
          id: 'PR9.S3',
          section: 'setup',
          text: 'Define a classification scheme and how it is applied',
        },
        {
          id: 'PR9.S4',
          section: 'setup',
          text: 'Define a prioritisation scheme and how priority is calculated',
        },
        {
          id: 'PR9.S5',
          section: 'setup',
          text: 'Define functional and hierarchical escalation paths',
        },
        {
          id: 'PR9.S6',
          section: 'setup',
          text: "Define how they are closed, with the user's information and confirmation",
        },
        {
          id: 'PR9.S7',
          section: 'setup',
          text: 'Define what a major incident is, and how it is dealt with from recording to closure, review included',
        },
        {
          id: 'PR9.S8',
          section: 'setup',
          text: 'Identify well-known, recurring incidents and describe the concrete steps for each',
        },
        {
          id: 'PR9.S9',
          section: 'setup',
          text: 'Identify standard service requests from service descriptions and SLAs, and describe the concrete steps for each',
        },
        {
          id: 'PR9.I1',
          section: 'input',
          text: 'Incidents reported by users or found by the provider',
        },
        {
          id: 'PR9.I2',
          section: 'input',
          text: 'Service requests raised by users',
        },
        {
          id: 'PR9.I3',
          section: 'input',
          text: 'Configuration information (CMDB)',
        },
        {
          id: 'PR9.O1a',
          section: 'ongoing',
          text: 'Record an incident or service request',
        },
        { id: 'PR9.O1b', section: 'ongoing', text: 'Classify it' },
        { id: 'PR9.O1c', section: 'ongoing', text: 'Prioritise it' },
        { id: 'PR9.O1d', section: 'ongoing', text: 'Escalate it' },
        { id: 'PR9.O1e', section: 'ongoing', text: 'Resolve it' },
        { id: 'PR9.O1f', section: 'ongoing', text: 'Close it' },
        { id: 'PR9.O1g', section: 'ongoing', text: 'Review a major incident' },
        {
          id: 'PR9.O2',
          section: 'ongoing',
          text: 'Maintain the step-by-step workflows for known incidents and standard requests',
        },
        { id: 'PR9.R1', section: 'output', text: 'Incident records' },
        { id: 'PR9.R2', section: 'output', text: 'Service request records' },
        {
          id: 'PR9.R3',
          section: 'output',
          text: 'Major incident review reports',
        },
        {
          id: 'PR9.R4',
          section: 'output',
          text: 'Requests for change raised to fulfil service requests',
        },
        {
          id: 'PR9.R5',
          section: 'output',
          text: 'Current step-by-step workflows for standard incidents and requests',
        },
        { id: 'PR9.R6', section: 'output', text: 'Regular incident reports' },
      ],
    },
    {
      id: 'PR10',
      process: 'pm',
      title: 'Problem management',
      objective:
        'Find the root causes of (recurring) incidents and remove them, or make workarounds available.',
      rows: [
        {
          id: 'PR10.S1',
          section: 'setup',
          text: 'Define how problems, known errors and workarounds are recorded, and set up a known error database (KEDB)',
        },
        {
          id: 'PR10.S2',
          section: 'setup',
          text: 'Set up a tool that records and handles problems - classification, prioritisation, escalation, closure',
        },
        {
          id: 'PR10.I1',
          section: 'input',
          text: 'Statistics on incidents and requests (trend analysis)',
        },
        {
          id: 'PR10.I2',
          section: 'input',
          text: 'Incident and service request records',
        },
        {
          id: 'PR10.I3',
          section: 'input',
          text: 'Other sources such as change and release records',
        },
        {
          id: 'PR10.I4',
          section: 'input',
          text: 'Configuration information (CMDB)',
        },
        {
          id: 'PR10.O1',
          section: 'ongoing',
          text: 'Analyse incident trends regularly to find problems',
        },
        {
          id: 'PR10.O2a',
          section: 'ongoing',
          text: 'Identify and record a problem',
        },
        { id: 'PR10.O2b', section: 'ongoing', text: 'Classify a problem' },
        { id: 'PR10.O2c', section: 'ongoing', text: 'Prioritise a problem' },
        { id: 'PR10.O2d', section: 'ongoing', text: 'Escalate a problem' },
        { id: 'PR10.O2e', section: 'ongoing', text: 'Resolve a problem' },
        { id: 'PR10.O2f', section: 'ongoing', text: 'Close a problem' },
        {
          id: 'PR10.O3a',
          section: 'ongoing',
          text: 'Add a known error (and workaround) to the KEDB',
        },
        { id: 'PR10.O3b', section: 'ongoing', text: 'Update a known error' },
        { id: 'PR10.O3c', section: 'ongoing', text: 'Remove a known error' },
        { id: 'PR10.O3d', section: 'ongoing', text: 'Review the KEDB' },
        {
          id: 'PR10.R1',
          section: 'output',
          text: 'Current KEDB with problems, known errors and workarounds',
        },
        {
          id: 'PR10.R2',
          section: 'output',
          text: 'Requests for change raised to remove root causes',
        },
      ],
    },
    {
      id: 'PR11',
      process: 'confm',
      title: 'Configuration management',
      objective:
        'Provide and maintain a logical model of all configuration items, their relationships and dependencies.',
      rows: [
        {
          id: 'PR11.S1',
          section: 'setup',
          text: 'Define the scope of configuration management and of the CMDB',
        },
        {
          id: 'PR11.S2',
          section: 'setup',
          text: 'Define CI types with their attributes, and relationship types',
        },
        {
          id: 'PR11.S3',
          section: 'setup',
          text: 'Identify all existing sources of configuration information',
        },
        {
          id: 'PR11.S4',
          section: 'setup',
          text: 'Make a configuration management plan that integrates the sources into the CMDB and fills what is missing',
        },
        {
          id: 'PR11.I1',
          section: 'input',
          text: 'Data on CIs and their relationships',
        },
        {
          id: 'PR11.I2',
          section: 'input',
          text: 'Information on changes to CIs',
        },
        {
          id: 'PR11.O1a',
          section: 'ongoing',
          text: 'Create a configuration record',
        },
        {
          id: 'PR11.O1b',
          section: 'ongoing',
          text: 'Update a configuration record',
        },
        {
          id: 'PR11.O2a',
          section: 'ongoing',
          text: 'Plan automated and manual configuration verifications',
        },
        {
          id: 'PR11.O2b',
          section: 'ongoing',
          text: 'Carry out a configuration verification',
        },
        {
          id: 'PR11.O2c',
          section: 'ongoing',
          text: 'Tell stakeholders about inconsistencies and identify follow-up actions',
        },
        {
          id: 'PR11.R1',
          section: 'output',
          text: 'Current logical model of all CIs, attributes and relationships, held in the CMDB',
        },
        { id: 'PR11.R2', section: 'output', text: 'Configuration baselines' },
        {
          id: 'PR11.R3',
          section: 'output',
          text: 'Configuration verification reports',
        },
      ],
    },
    {
      id: 'PR12',
      process: 'chm',
      title: 'Change management',
      objective:
        'Changes to CIs are planned, approved, implemented and reviewed in a controlled way, without harm to services or customers.',
      rows: [
        {
          id: 'PR12.S1',
          section: 'setup',
          text: 'Set up a tool that records and handles changes - classification, evaluation, approval, implementation, post implementation review',
        },
        {
          id: 'PR12.S2',
          section: 'setup',
          text: 'Define how RFCs and the changes approved from them are recorded - sources and channels, format, way into the system',
        },
        {
          id: 'PR12.S3',
          section: 'setup',
          text: 'Define what an emergency change is, and how it is dealt with from recording to closure, review included',
        },
        {
          id: 'PR12.S4',
          section: 'setup',
          text: 'Identify well-known, recurring changes (standard changes) and describe the concrete steps for each',
        },
        { id: 'PR12.I1', section: 'input', text: 'Requests for change (RFCs)' },
        {
          id: 'PR12.I2',
          section: 'input',
          text: 'Planned releases and deployments',
        },
        { id: 'PR12.O1a', section: 'ongoing', text: 'Record an RFC' },
        { id: 'PR12.O1b', section: 'ongoing', text: 'Classify an RFC' },
        { id: 'PR12.O1c', section: 'ongoing', text: 'Evaluate an RFC' },
        { id: 'PR12.O1d', section: 'ongoing', text: 'Approve a change' },
        { id: 'PR12.O1e', section: 'ongoing', text: 'Implement a change' },
        {
          id: 'PR12.O1f',
          section: 'ongoing',
          text: 'Carry out a post implementation review',
        },
        {
          id: 'PR12.O2',
          section: 'ongoing',
          text: 'Maintain the list and workflows of standard changes',
        },
        {
          id: 'PR12.O3',
          section: 'ongoing',
          text: 'Maintain the schedule of changes',
        },
        { id: 'PR12.R1', section: 'output', text: 'Change records' },
        {
          id: 'PR12.R2',
          section: 'output',
          text: 'Current schedule of changes',
        },
        {
          id: 'PR12.R3',
          section: 'output',
          text: 'Post implementation review reports',
        },
        {
          id: 'PR12.R4',
          section: 'output',
          text: 'Current list of standard changes with step-by-step workflows',
        },
      ],
    },
    {
      id: 'PR13',
      process: 'rdm',
      title: 'Release and deployment management',
      objective:
        'Bundle changes of CIs into releases, so that they are tested and deployed to the live environment together.',
      rows: [
        {
          id: 'PR13.S1',
          section: 'setup',
          text: 'Define how releases are defined and planned from approved changes and the schedule of changes',
        },
        {
          id: 'PR13.S2',
          section: 'setup',
          text: 'Define criteria for release types - major, minor, emergency',
        },
        { id: 'PR13.S3', section: 'setup', text: 'Define a release policy' },
        {
          id: 'PR13.S4',
          section: 'setup',
          text: 'Define how test results and acceptance criteria are recorded',
        },
        { id: 'PR13.I1', section: 'input', text: 'Approved changes' },
        {
          id: 'PR13.I2',
          section: 'input',
          text: 'Release and deployment planning constraints',
        },
        { id: 'PR13.O1a', section: 'ongoing', text: 'Plan a release' },
        { id: 'PR13.O1b', section: 'ongoing', text: 'Build a release' },
        { id: 'PR13.O1c', section: 'ongoing', text: 'Test a release' },
        {
          id: 'PR13.O1d',
          section: 'ongoing',
          text: 'Inform and train users on the deployment',
        },
        {
          id: 'PR13.O1e',
          section: 'ongoing',
          text: 'Inform and train support staff on the deployment',
        },
        {
          id: 'PR13.O1f',
          section: 'ongoing',
          text: 'Prepare the live environment for deployment',
        },
        { id: 'PR13.O1g', section: 'ongoing', text: 'Deploy a release' },
        {
          id: 'PR13.O1h',
          section: 'ongoing',
          text: 'Review a release for success',
        },
        {
          id: 'PR13.R1',
          section: 'output',
          text: 'Defined and successfully deployed releases',
        },
        {
          id: 'PR13.R2',
          section: 'output',
          text: 'Reports on the success and failure of releases',
        },
      ],
    },
    {
      id: 'PR14',
      process: 'csi',
      title: 'Continual service improvement management',
      objective:
        'Identify, prioritise, plan, implement and review improvements to services and to service management.',
      rows: [
        {
          id: 'PR14.S1',
          section: 'setup',
          text: 'Identify all relevant sources of suggestions for improvement',
        },
        {
          id: 'PR14.S2',
          section: 'setup',
          text: 'Define a standard way to record suggestions from these sources',
        },
        {
          id: 'PR14.S3',
          section: 'setup',
          text: 'Set up a tool that records and handles suggestions - prioritisation, evaluation, approval',
        },
        {
          id: 'PR14.I1',
          section: 'input',
          text: 'Nonconformities and deficiencies of ITSM processes, and the chances to improve that follow',
        },
        {
          id: 'PR14.I2',
          section: 'input',
          text: 'Deficiencies in the performance of services or supporting components',
        },
        {
          id: 'PR14.O1a',
          section: 'ongoing',
          text: 'Identify and record a suggestion for improvement',
        },
        { id: 'PR14.O1b', section: 'ongoing', text: 'Prioritise a suggestion' },
        {
          id: 'PR14.O1c',
          section: 'ongoing',
          text: 'Evaluate and approve a suggestion',
        },
        {
          id: 'PR14.O2',
          section: 'ongoing',
          text: 'Review the status and progress of improvements',
        },
        {
          id: 'PR14.R1',
          section: 'output',
          text: 'Requests for change raised to implement improvements',
        },
        {
          id: 'PR14.R2',
          section: 'output',
          text: 'Reports on the status and progress of improvements',
        },
      ],
    },
  ],
};
