import { useRouteRef } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import { processRouteRef } from '../routes';
import styles from './records.module.css';
import { useRecordTypes } from './useRecordTypes';

/** The way to the processes that run here. */
export const ProcessList = () => {
  const { processes } = useRecordTypes();
  const processRoute = useRouteRef(processRouteRef);
  const groups = [...new Set(processes.map(({ group }) => group))].map(
    label => ({
      label,
      members: processes.filter(({ group }) => group === label),
    }),
  );
  return (
    <nav className={styles.section} aria-label="Processes">
      <Text as="h3" variant="title-x-small" className={styles.heading}>
        Processes
      </Text>
      <div className={styles.fields}>
        {groups.map(({ label, members }) => (
          <div key={label}>
            <Text as="h4" weight="bold" className={styles.groupHeading}>
              {label}
            </Text>
            <ul className={styles.links}>
              {members.map(process => (
                <li key={process.code}>
                  <Link href={processRoute({ process: process.code })}>
                    {process.label}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </nav>
  );
};
