import { useRouteRef } from '@backstage/core-plugin-api';
import { Header } from '@backstage/ui';
import {
  conformityRouteRef,
  importRouteRef,
  processRouteRef,
  rootRouteRef,
} from '../routes';
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
  const conformityRoute = useRouteRef(conformityRouteRef);
  const importRoute = useRouteRef(importRouteRef);
  return (
    <Header
      className={styles.header}
      title={props.title}
      description={props.description}
      tabs={[
        { id: 'work', label: 'My work', href: root() },
        {
          id: 'processes',
          label: 'Processes',
          items: processes.map(({ code, label }) => ({
            id: code,
            label,
            href: processRoute({ process: code }),
          })),
        },
        {
          id: 'conformity',
          label: 'Conformity',
          href: conformityRoute(),
        },
        ...(canAdminister
          ? [{ id: 'import', label: 'Import', href: importRoute() }]
          : []),
      ]}
    />
  );
};
