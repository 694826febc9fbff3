import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import {
  Alert,
  Box,
  Button,
  Card,
  CardBody,
  CardFooter,
  Container,
  Flex,
  Grid,
  Text,
} from '@backstage/ui';
import { useState } from 'react';
import { Logo } from '../nav/Logo';
import {
  forgetPerson,
  forgettingOnSignOut,
  GUEST,
  rememberedPerson,
  rememberPerson,
} from './chosenPerson';

type Person = {
  userEntityRef: string;
  name: string;
  title: string;
  can: string;
};

function usePeople(): Person[] {
  const people = useApi(configApiRef).getOptionalConfigArray('app.demo.people');
  return (people ?? []).map(person => ({
    userEntityRef: person.getString('userEntityRef'),
    name: person.getString('name'),
    title: person.getString('title'),
    can: person.getString('can'),
  }));
}

const PersonCard = (props: { person: Person; onChoose: () => void }) => {
  const { name, title, can } = props.person;
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="1">
          <Text as="h2" variant="title-small" weight="bold">
            {name}
          </Text>
          <Text color="secondary">{title}</Text>
          <Text>{can}</Text>
        </Flex>
      </CardBody>
      <CardFooter>
        <Button variant="secondary" onPress={props.onChoose}>
          Enter as {name}
        </Button>
      </CardFooter>
    </Card>
  );
};

const Choice = (props: {
  people: Person[];
  error?: Error;
  onChoose: (choice: string) => void;
}) => {
  const config = useApi(configApiRef);
  return (
    <Container>
      <Box as="main" py="6">
        <Flex direction="column" gap="5">
          <Flex align="center" gap="3">
            <Logo size={44} />
            <Text as="h1" variant="title-large" weight="bold">
              {config.getOptionalString('app.title') ?? 'Portal'}
            </Text>
          </Flex>
          {props.error && (
            <Alert
              status="danger"
              icon
              title="You could not be signed in"
              description={props.error.message}
            />
          )}
          <Text>
            Choose who you are. Everybody here is invented, and each may do
            different things.
          </Text>
          <Grid.Root columns={{ initial: '1', sm: '2', lg: '3' }} gap="4">
            {props.people.map(person => (
              <PersonCard
                key={person.userEntityRef}
                person={person}
                onChoose={() => props.onChoose(person.userEntityRef)}
              />
            ))}
          </Grid.Root>
          <Flex>
            <Button variant="tertiary" onPress={() => props.onChoose(GUEST)}>
              Enter as guest
            </Button>
          </Flex>
        </Flex>
      </Box>
    </Container>
  );
};

/** Offers the people of the demo; one becomes whom one chooses. */
export const SignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const people = usePeople();
  const [choice, setChoice] = useState(rememberedPerson);

  const choose = (next: string) => {
    rememberPerson(next);
    setChoice(next);
  };
  if (!choice) {
    return <Choice people={people} onChoose={choose} />;
  }

  const NotSignedIn = ({ error }: { error?: Error }) => (
    <Choice
      people={people}
      error={error}
      onChoose={next => {
        forgetPerson();
        choose(next);
      }}
    />
  );
  return (
    <ProxiedSignInPage
      // Another choice starts another sign-in.
      key={choice}
      provider={choice === GUEST ? 'guest' : 'demo'}
      headers={choice === GUEST ? undefined : { 'x-demo-user': choice }}
      ErrorComponent={NotSignedIn}
      onSignInSuccess={identity =>
        onSignInSuccess(forgettingOnSignOut(identity))
      }
    />
  );
};
