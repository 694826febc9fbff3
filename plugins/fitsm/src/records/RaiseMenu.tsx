import { useRouteRef } from '@backstage/core-plugin-api';
import { Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { FitsmRecord } from '@fitsm/plugin-fitsm-common';
import { RiArrowDownSLine } from '@remixicon/react';
import { createRecordRouteRef } from '../routes';
import { waysToRaise } from './raising';
import { useRecordTypes } from './useRecordTypes';

/** What can be raised from a record: a problem from an incident, say. */
export const RaiseMenu = ({ record }: { record: FitsmRecord }) => {
  const recordTypes = useRecordTypes();
  const createRoute = useRouteRef(createRecordRouteRef);
  const ways = waysToRaise(recordTypes, record.type);
  if (!ways.length) return null;
  return (
    <MenuTrigger>
      <Button variant="secondary" iconEnd={<RiArrowDownSLine />}>
        Create from this
      </Button>
      <Menu>
        {ways.map(({ label, type, relation }) => (
          <MenuItem
            key={`${type} ${relation}`}
            href={`${createRoute({ type })}?${new URLSearchParams({
              from: record.id,
              relation,
            })}`}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
};
