import { majorIncidents } from './majorIncidents';

export interface EmergencyText {
  /** Of which major incident, or on which day at which hour. */
  during: keyof typeof majorIncidents | { day: number; hour: number };
  /** From its beginning until somebody asks for it. */
  minutes: number;
  by: string;
  assignee: string;
  /** Who can be reached first. */
  voter: string;
  title: string;
  area: 'application' | 'data' | 'network' | 'security';
  affected: string[];
  description: string;
  reason: string;
  impact: string;
  riskLevel: 'high' | 'medium' | 'low';
  backOutPlan: string;
  why: string;
  /** Why it is refused. */
  refusal?: string;
  takes: number;
  testResult: string;
  lessons: string;
}

export const emergencies: ReadonlyArray<EmergencyText> = [
  {
    during: 'storm',
    minutes: 52,
    by: 'priya-raghunathan',
    assignee: 'joao-figueira',
    voter: 'maren-aldous',
    title: 'Separate the connections of payments and refunds',
    area: 'data',
    affected: ['resource:payment-database', 'component:refund-worker'],
    description:
      'Refunds get ten connections of their own, payments keep the rest.',
    reason: 'Refunds take four fifths of all connections, and nobody can pay.',
    impact: 'Refunds stand still for five minutes, then run slowly.',
    riskLevel: 'medium',
    backOutPlan: 'Load the setting of before, which takes a minute.',
    why: 'Payments stand still on a storm day; each quarter of an hour 300 travellers give up',
    takes: 45,
    testResult: 'Payments below one second, ten refunds looked at by hand.',
    lessons:
      'It was not an emergency that nobody could foresee: the limit belongs to the capacity plan.',
  },
  {
    during: 'network',
    minutes: 46,
    by: 'hanna-bjarnadottir',
    assignee: 'pedro-quispe',
    voter: 'sven-kallio',
    title: 'Put the old firewalls back',
    area: 'network',
    affected: ['resource:core-network'],
    description: 'The pair of before takes over again in both halls.',
    reason: 'Five terminals are cut off since the change of the night.',
    impact: 'All terminals without a network for two minutes.',
    riskLevel: 'high',
    backOutPlan: 'None: what is now cannot get worse.',
    why: 'Gates can scan until nine; the way back that was planned ended at three',
    takes: 70,
    testResult: 'All seven terminals answer, a scan and a payment at each.',
    lessons: 'The way back has to stay open until the first departure.',
  },
  {
    during: { day: 246, hour: 16 },
    minutes: 0,
    by: 'amara-diallo',
    assignee: 'amara-diallo',
    voter: 'laszlo-feher',
    title: 'Close the hole in the sign-in',
    area: 'security',
    affected: ['resource:identity-provider'],
    description:
      'Update of the identity provider that its maker gave out at noon.',
    reason:
      'Sessions can be taken over by whoever knows the address of a user.',
    impact: 'Everybody signs in anew.',
    riskLevel: 'medium',
    backOutPlan: 'Image of before, ten minutes.',
    why: 'The hole is used by others since the morning, so the maker says',
    takes: 40,
    testResult: 'Sign-in with all three ways, attack of the test fails.',
    lessons:
      'From notice to live in four hours. The list of who is told lacked the call centre.',
  },
  {
    during: { day: 287, hour: 15 },
    minutes: 0,
    by: 'leila-mansouri',
    assignee: 'leila-mansouri',
    voter: 'grace-wanjiru',
    title: 'Campaign page without a test',
    area: 'application',
    affected: ['component:skerry-web'],
    description: 'A page for a campaign, live today.',
    reason: 'The advertisement begins tonight.',
    impact: 'None, we think.',
    riskLevel: 'medium',
    backOutPlan: 'Take the page off.',
    why: 'The advertisement cannot be moved',
    refusal:
      'A date of our own making is no emergency; use the page of last year until tomorrow',
    takes: 0,
    testResult: '',
    lessons: '',
  },
];
