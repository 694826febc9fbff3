import { ErrorPage } from '@backstage/core-components';
import { useParams } from 'react-router-dom';
import { Container, Text } from '@backstage/ui';
import { FitsmPageHeader } from './FitsmPageHeader';
import { RecordQueue } from './RecordQueue';
import styles from './records.module.css';
import { useRecordTypes } from './useRecordTypes';

/** The queues of a process, one a record type. */
export const ProcessPage = () => {
  const { process: code = '' } = useParams();
  const { processes, definitionOf } = useRecordTypes();
  const process = processes.find(candidate => candidate.code === code);
  if (!process) {
    return (
      <ErrorPage
        status="404"
        statusMessage={`There is no process '${code}' here`}
      />
    );
  }
  const definitions = process.recordTypes.flatMap(
    type => definitionOf(type) ?? [],
  );
  return (
    <>
      <FitsmPageHeader title={process.label} description={process.purpose} />
      <Container>
        {definitions.map(definition => (
          <section
            key={definition.name}
            className={styles.section}
            aria-label={definition.label.many}
          >
            {definitions.length > 1 && (
              <Text as="h3" variant="title-x-small">
                {definition.label.many}
              </Text>
            )}
            <RecordQueue definition={definition} />
          </section>
        ))}
      </Container>
    </>
  );
};
