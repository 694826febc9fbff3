import { useRouteRef } from '@backstage/core-plugin-api';
import {
  Button,
  MenuAutocomplete,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { createRecordRouteRef } from '../routes';
import { useRecordTypes } from './useRecordTypes';

/** All that one may create, by process; typing narrows it down. */
export const CreateMenu = () => {
  const { processes, definitionOf, canCreate } = useRecordTypes();
  const createRoute = useRouteRef(createRecordRouteRef);
  const sections = processes
    .map(({ code, label, recordTypes }) => ({
      code,
      label,
      definitions: recordTypes
        .filter(canCreate)
        .flatMap(type => definitionOf(type) ?? []),
    }))
    .filter(({ definitions }) => definitions.length);
  if (!sections.length) return null;
  return (
    <MenuTrigger>
      <Button variant="primary" iconStart={<RiAddLine />}>
        Create
      </Button>
      <MenuAutocomplete
        placeholder="Find a kind of record"
        maxWidth="min(24rem, 92vw)"
        maxHeight="60vh"
      >
        {sections.map(({ code, label, definitions }) => (
          <MenuSection key={code} title={label}>
            {definitions.map(({ name, label: { one } }) => (
              <MenuItem key={name} href={createRoute({ type: name })}>
                {one}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </MenuAutocomplete>
    </MenuTrigger>
  );
};
