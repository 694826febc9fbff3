import { Container } from '@backstage/ui';
import { CreateMenu } from './CreateMenu';
import { Deputies } from './Deputies';
import { FitsmPageHeader } from './FitsmPageHeader';
import { MyWork } from './MyWork';
import { ProcessList } from './ProcessList';
import styles from './records.module.css';

/** Where one begins. */
export const MyWorkPage = () => (
  <>
    <FitsmPageHeader
      title="My work"
      description="What waits for you and your groups, what is due, and what you have created."
    />
    <Container>
      <div className={styles.row}>
        <CreateMenu />
      </div>
      <div className={styles.page}>
        <div className={styles.section}>
          <MyWork />
          <Deputies />
        </div>
        <ProcessList />
      </div>
    </Container>
  </>
);
