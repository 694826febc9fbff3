import { Container } from '@backstage/ui';
import { CreateRecordLink } from './CreateRecordLink';
import { FitsmPageHeader } from './FitsmPageHeader';
import { MyWork } from './MyWork';
import styles from './records.module.css';
import { useRecordTypes } from './useRecordTypes';

/** Where one begins. */
export const MyWorkPage = () => {
  const { recordTypes } = useRecordTypes();
  return (
    <>
      <FitsmPageHeader
        title="My work"
        description="What is open for you and your groups, and what you have raised."
      />
      <Container>
        <div className={styles.row}>
          {recordTypes.map(({ definition }) => (
            <CreateRecordLink key={definition.name} definition={definition} />
          ))}
        </div>
        <MyWork />
      </Container>
    </>
  );
};
