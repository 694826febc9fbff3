import { EntityLink } from '@fitsm/plugin-fitsm-common';
import { createContext } from 'react';

/** What the server knows of the entities of a record that is shown. */
export const EntityLinksContext = createContext<ReadonlyArray<EntityLink>>([]);
