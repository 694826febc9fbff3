import { Link } from '@backstage/core-components';
import { Flex, Text } from '@backstage/ui';

const places = [
  {
    to: '/catalog/default/system/booking',
    label: 'The system booking',
    why: 'what it consists of, who answers for it, what is broken',
  },
  {
    to: '/catalog/default/component/booking-engine',
    label: 'The component booking-engine',
    why: 'create an incident where you stand, and work it',
  },
  {
    to: '/catalog?filters[kind]=system&filters[user]=all',
    label: 'All systems',
    why: 'the software of Skerry Lines, and its owners',
  },
  {
    to: '/settings',
    label: 'Settings',
    why: 'light or dark, and signing out to become somebody else',
  },
];

/** Says where to begin. */
export const Welcome = () => (
  <Flex direction="column" gap="3">
    <Text>
      This is the portal of Skerry Lines, an invented ferry company. Here its
      teams find their software and run its services by FitSM.
    </Text>
    {places.map(({ to, label, why }) => (
      <div key={to}>
        <Link to={to}>{label}</Link>
        <Text color="secondary">: {why}</Text>
      </div>
    ))}
  </Flex>
);
