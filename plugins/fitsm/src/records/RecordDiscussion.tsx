import {
  MarkdownContent,
  Progress,
  ResponseErrorPanel,
} from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Radio, RadioGroup, Text, TextAreaField } from '@backstage/ui';
import { CommentVisibility, RecordAccess } from '@fitsm/plugin-fitsm-common';
import { useRef, useState } from 'react';
import { fitsmApiRef } from '../api';
import { Instant } from '../Instant';
import { ActorName } from './ActorName';
import { ErrorAlert } from './ErrorAlert';
import styles from './records.module.css';
import { useHistory } from './useHistory';
import { useTask } from './useTask';

const CommentForm = (props: {
  id: string;
  can: RecordAccess['can'];
  onCommented(): Promise<void>;
}) => {
  const { id, can, onCommented } = props;
  const fitsmApi = useApi(fitsmApiRef);
  const form = useRef<HTMLFormElement>(null);
  const [body, setBody] = useState('');
  const [visibility, setVisibility] = useState<CommentVisibility>(
    can.comment ? 'requester' : 'internal',
  );
  const { isPending, error, run } = useTask();
  const send = () =>
    run(async () => {
      await fitsmApi.comment(id, { body: body.trim(), visibility });
      setBody('');
      await onCommented();
      // There is nothing to send any more, and what cannot be pressed loses the
      // focus.
      form.current?.querySelector('textarea')?.focus();
    });
  return (
    <form
      ref={form}
      className={styles.section}
      onSubmit={event => {
        event.preventDefault();
        send();
      }}
    >
      <TextAreaField
        label="Comment"
        secondaryLabel="Markdown"
        value={body}
        onChange={setBody}
      />
      {can.comment && can.commentInternally && (
        <RadioGroup
          label="Who reads it"
          orientation="horizontal"
          value={visibility}
          onChange={value => setVisibility(value as CommentVisibility)}
        >
          <Radio value="requester">Everybody who sees this record</Radio>
          <Radio value="internal">Only those who work on it</Radio>
        </RadioGroup>
      )}
      <ErrorAlert title="The comment was not sent" error={error} />
      <div className={styles.row}>
        <Button
          type="submit"
          variant="secondary"
          isDisabled={!body.trim()}
          isPending={isPending}
        >
          Comment
        </Button>
      </div>
    </form>
  );
};

/** What people say about a record, newest first. */
export const RecordDiscussion = (props: {
  id: string;
  can: RecordAccess['can'];
  version: number;
  onCommented(): Promise<void>;
}) => {
  const { id, can, version, onCommented } = props;
  const { entries, hasMore, error, showMore } = useHistory(id, {
    kind: 'commented',
    version,
  });
  const mayComment = can.comment || can.commentInternally;
  return (
    <div className={styles.section}>
      {mayComment && (
        <CommentForm id={id} can={can} onCommented={onCommented} />
      )}
      {error && <ResponseErrorPanel error={error} />}
      {!entries && !error && <Progress />}
      {entries?.length === 0 && (
        <Text color="secondary">
          {mayComment
            ? 'Nobody has said anything yet. Ask a question, or tell how it goes.'
            : 'Nobody has said anything yet.'}
        </Text>
      )}
      <ol className={styles.list} reversed>
        {entries?.map(({ sequence, actor, at, comment }) => (
          <li
            key={sequence}
            className={`${styles.entry} ${
              comment?.visibility === 'internal' ? styles.internal : ''
            }`}
          >
            <Text as="div">
              <ActorName actor={actor} />
              {', '}
              <Text color="secondary">
                <Instant at={at} />
              </Text>{' '}
              {comment?.visibility === 'internal' && (
                <span className={`${styles.badge} ${styles.waiting}`}>
                  Internal
                </span>
              )}
            </Text>
            <div className={styles.comment}>
              <MarkdownContent content={comment?.body ?? ''} />
            </div>
          </li>
        ))}
      </ol>
      {hasMore && (
        <Button variant="secondary" onPress={showMore}>
          Show older comments
        </Button>
      )}
    </div>
  );
};
