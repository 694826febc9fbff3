import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { useContext } from 'react';
import { Instant } from '../Instant';
import { EntityLinksContext } from './EntityLinksContext';
import styles from './fields.module.css';

/** Links to entities; one that the catalog lost says so (LNK-1). */
export const EntityRefs = (props: { value: string | string[] }) => {
  const links = useContext(EntityLinksContext);
  return (
    <span className={styles.refs}>
      {[props.value].flat().map(entityRef => {
        const known = links.find(link => link.entityRef === entityRef);
        return known?.goneSince ? (
          <Text key={entityRef} color="secondary">
            {known.title ?? entityRef} (gone from the catalog{' '}
            <Instant at={known.goneSince} />)
          </Text>
        ) : (
          <EntityRefLink key={entityRef} entityRef={entityRef} />
        );
      })}
    </span>
  );
};
