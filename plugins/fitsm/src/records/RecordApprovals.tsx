import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Text, TextAreaField } from '@backstage/ui';
import {
  ApprovalOutcome,
  ApprovalRound,
  ApprovalVote,
  RecordDetails,
} from '@fitsm/plugin-fitsm-common';
import { useId, useRef, useState } from 'react';
import { fitsmApiRef } from '../api';
import { EntityRefs } from '../fields/EntityRefs';
import { Instant } from '../Instant';
import { DueDate } from './DueDate';
import { RefusalAlert } from './ErrorAlert';
import styles from './records.module.css';
import { useKeptFocus } from './useKeptFocus';
import { useTask } from './useTask';

const outcomeLabels: Record<ApprovalOutcome, string> = {
  approved: 'Approved',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
  changed: 'Void, for the record was changed',
};

const voteLabels: Record<ApprovalVote['vote'], string> = {
  approve: 'Approved',
  refuse: 'Refused',
};

const Vote = ({ vote }: { vote: ApprovalVote }) => (
  <>
    <Text as="div">
      {voteLabels[vote.vote]}{' '}
      {vote.voter !== vote.asked && (
        <>
          by <EntityRefs value={vote.voter} />{' '}
        </>
      )}
      <Text color="secondary">
        <Instant at={vote.at} />
      </Text>
    </Text>
    {vote.reason && <Text as="div">Reason: {vote.reason}</Text>}
  </>
);

/** Who was asked, and what they said. */
const Votes = ({ round }: { round: ApprovalRound }) => (
  <dl className={styles.values}>
    {round.asked.map(asked => {
      const votes = round.votes.filter(vote => vote.asked === asked);
      return (
        <div key={asked} className={styles.pair}>
          <dt>
            <EntityRefs value={asked} />
          </dt>
          <dd>
            {votes.map(vote => (
              <Vote key={vote.voter} vote={vote} />
            ))}
            {!votes.length && (round.closedAt ? 'Did not vote' : 'Not yet')}
          </dd>
        </div>
      );
    })}
  </dl>
);

const VoteForm = (props: {
  isPending: boolean;
  onVote(vote: ApprovalVote['vote'], reason: string): void;
}) => {
  const { isPending, onVote } = props;
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const problemId = useId();
  const form = useRef<HTMLFormElement>(null);
  const refuse = () => {
    if (reason.trim()) {
      onVote('refuse', reason.trim());
    } else {
      setProblem('Say why you refuse, in a sentence.');
      form.current?.querySelector('textarea')?.focus();
    }
  };

  return (
    <form
      ref={form}
      className={styles.section}
      aria-label="Your vote"
      noValidate
      onSubmit={event => event.preventDefault()}
    >
      <TextAreaField
        label="Reason"
        description="Whoever refuses says why. It is kept in the history."
        rows={2}
        validationBehavior="aria"
        isInvalid={Boolean(problem)}
        aria-describedby={problem && problemId}
        value={reason}
        onChange={value => {
          setReason(value);
          setProblem(undefined);
        }}
      />
      {problem && (
        <Text id={problemId} variant="body-small" color="danger" role="alert">
          {problem}
        </Text>
      )}
      <div className={styles.row}>
        <Button
          variant="primary"
          isDisabled={isPending}
          onPress={() => onVote('approve', reason.trim())}
        >
          Approve
        </Button>
        <Button variant="secondary" isDisabled={isPending} onPress={refuse}>
          Refuse
        </Button>
      </div>
    </form>
  );
};

/** Decisions by votes: the one that is open, and how earlier ones ended. */
export const RecordApprovals = (props: {
  details: RecordDetails;
  /** Called after a vote, cast or refused; done when the page shows it. */
  onVoted(): Promise<void>;
}) => {
  const { record, access, approvals } = props.details;
  const fitsmApi = useApi(fitsmApiRef);
  const { isPending, error, run } = useTask();
  const { place, keepFocus } = useKeptFocus<HTMLDivElement>();
  const current = approvals.find(({ closedAt }) => !closedAt);
  const closed = approvals.filter(({ closedAt }) => closedAt);

  const cast = (vote: ApprovalVote['vote'], reason: string) =>
    run(async () => {
      try {
        await fitsmApi.vote(record.id, {
          revision: record.revision,
          vote,
          ...(reason && { reason }),
        });
      } finally {
        await props.onVoted();
        keepFocus();
      }
    });
  return (
    <div
      ref={place}
      className={styles.section}
      role="group"
      aria-label="Votes"
      tabIndex={-1}
    >
      {current && (
        <>
          <Text as="div" weight="bold">
            {current.label}
          </Text>
          <Text as="div">
            Asked <Instant at={current.askedAt} /> about revision{' '}
            {current.revision}, due{' '}
            <DueDate at={current.dueAt} isOver={false} />
          </Text>
          <Votes round={current} />
          {access.vote && <VoteForm isPending={isPending} onVote={cast} />}
        </>
      )}
      <RefusalAlert error={error} />
      {closed.map(round => (
        <details key={round.round} className={styles.entry}>
          <summary>
            {round.label}: {round.outcome && outcomeLabels[round.outcome]},{' '}
            <Instant at={round.closedAt!} />
          </summary>
          <Text as="div">
            Asked <Instant at={round.askedAt} /> about revision {round.revision}
          </Text>
          <Votes round={round} />
        </details>
      ))}
    </div>
  );
};
