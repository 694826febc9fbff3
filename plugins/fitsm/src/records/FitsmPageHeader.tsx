import { useRouteRef } from '@backstage/core-plugin-api';
import { Header } from '@backstage/ui';
import { importRouteRef, processRouteRef, rootRouteRef } from '../routes';
import styles from './records.module.css';
import { useRecordTypes } from './useRecordTypes';

/** The title of a page, and the way to the others. */
export const FitsmPageHeader = (props: {
  title: string;
  description?: string;
}) => {
  const { processes, canAdminister } = useRecordTypes();
  const root = useRouteRef(rootRouteRef);
  const processRoute = useRouteRef(processRouteRef);
  const importRoute = useRouteRef(importRouteRef);
  return (
    <Header
      className={styles.header}
      title={props.title}
      description={props.description}
      tabs={[
        { id: 'work', label: 'My work', href: root() },
        ...processes.map(({ code, label }) => ({
          id: code,
          label,
          href: processRoute({ process: code }),
        })),
        ...(canAdminister
          ? [{ id: 'import', label: 'Import', href: importRoute() }]
          : []),
      ]}
    />
  );
};
