import { useRouteRef } from '@backstage/core-plugin-api';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  Button,
  ButtonIcon,
  Menu,
  MenuItem,
  MenuTrigger,
  Select,
  Text,
} from '@backstage/ui';
import { AnyRecordType, RecordDetails } from '@fitsm/plugin-fitsm-common';
import { RiEditLine, RiMore2Line } from '@remixicon/react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { fitsmApiRef } from '../api';
import { rootRouteRef } from '../routes';
import { lockedReason } from './locked';
import { RaiseMenu } from './RaiseMenu';
import { ReasonDialog } from './ReasonDialog';
import styles from './records.module.css';
import { RefusedButton } from './RefusedButton';

/** Stands for the priority that the matrix gives. */
const BY_MATRIX = 'matrix';

type DialogProps = {
  definition: AnyRecordType;
  details: RecordDetails;
  onDone(): Promise<void> | void;
  onClose(): void;
};

const PriorityDialog = (props: DialogProps) => {
  const { record } = props.details;
  const levels = Object.entries(props.definition.prioritised?.levels ?? {});
  const fitsmApi = useApi(fitsmApiRef);
  const [priority, setPriority] = useState(
    record.priorityOverridden ? String(record.priority) : BY_MATRIX,
  );
  return (
    <ReasonDialog
      title="Set the priority by hand"
      submitLabel="Set priority"
      onSubmit={async reason => {
        await fitsmApi.updateRecord(record.id, {
          revision: record.revision,
          priority: priority === BY_MATRIX ? null : Number(priority),
          reason,
        });
        await props.onDone();
      }}
      onClose={props.onClose}
    >
      <Select
        label="Priority"
        options={[
          { id: BY_MATRIX, label: 'As impact and urgency give it' },
          ...levels.map(([id, label]) => ({ id, label: `${id} ${label}` })),
        ]}
        value={priority}
        onChange={key => setPriority(String(key))}
      />
    </ReasonDialog>
  );
};

const DeleteDialog = (props: DialogProps) => {
  const { record } = props.details;
  const fitsmApi = useApi(fitsmApiRef);
  return (
    <ReasonDialog
      title={`Delete ${record.id}`}
      submitLabel="Delete for good"
      isDestructive
      onSubmit={async reason => {
        await fitsmApi.deleteRecord(record.id, {
          revision: record.revision,
          reason,
        });
        await props.onDone();
      }}
      onClose={props.onClose}
    >
      <Text>
        Its fields, links and comments go away and do not come back. That it was
        there, and why it went, stays in the history.
      </Text>
    </ReasonDialog>
  );
};

/** What one may do with a record beside moving it on. */
export const RecordMenu = (props: {
  definition: AnyRecordType;
  details: RecordDetails;
  /** It follows a form that had the focus. */
  keepsFocus: boolean;
  onEdit(): void;
  onChanged(): Promise<void>;
}) => {
  const { definition, details, onEdit, onChanged } = props;
  const { can } = details.access;
  const navigate = useNavigate();
  const root = useRouteRef(rootRouteRef);
  const [open, setOpen] = useState<'priority' | 'delete'>();
  const mayPrioritise = can.overridePriority && definition.prioritised;
  const locked = lockedReason(definition, details.record.state);
  const close = () => setOpen(undefined);

  return (
    <div className={styles.row}>
      <RaiseMenu record={details.record} />
      {can.update && locked && (
        <RefusedButton label="Edit" icon={<RiEditLine />} refusal={locked} />
      )}
      {can.update && !locked && (
        <Button
          variant="secondary"
          iconStart={<RiEditLine />}
          // The focus goes nowhere: it was in the form that this one opened.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={props.keepsFocus}
          onPress={onEdit}
        >
          Edit
        </Button>
      )}
      {(mayPrioritise || can.delete) && (
        <MenuTrigger>
          <ButtonIcon
            variant="secondary"
            icon={<RiMore2Line />}
            aria-label="More"
          />
          <Menu>
            {mayPrioritise ? (
              <MenuItem onAction={() => setOpen('priority')}>
                Set the priority by hand
              </MenuItem>
            ) : null}
            {can.delete ? (
              <MenuItem color="danger" onAction={() => setOpen('delete')}>
                Delete
              </MenuItem>
            ) : null}
          </Menu>
        </MenuTrigger>
      )}
      {open === 'priority' && (
        <PriorityDialog
          definition={definition}
          details={details}
          onDone={async () => {
            await onChanged();
            close();
          }}
          onClose={close}
        />
      )}
      {open === 'delete' && (
        <DeleteDialog
          definition={definition}
          details={details}
          onDone={() => navigate(root())}
          onClose={close}
        />
      )}
    </div>
  );
};
