import {
  AnyRecordType,
  ApprovalOutcome,
  ApprovalRound,
  ApprovalVote,
} from '@fitsm/plugin-fitsm-common';
import { Knex } from 'knex';
import { NewRound, RoundChange } from './approvals';
import { instantFrom } from './rows';
import { VOTE_REMINDER } from './timers';

/** The rounds of a record, the newest first. */
export async function roundsOf(
  knex: Knex,
  { approvals = {} }: AnyRecordType,
  recordId: string,
): Promise<ApprovalRound[]> {
  const ofRecord = (table: string) => knex(table).where('record_id', recordId);
  const [rounds, approvers, votes] = await Promise.all([
    ofRecord('record_approvals').orderBy('round', 'desc').limit(50),
    ofRecord('record_approvers').orderBy('holder'),
    ofRecord('record_votes').orderBy('at'),
  ]);
  return rounds.map(row => ({
    round: row.round,
    approval: row.approval,
    label: approvals[row.approval]?.label ?? row.approval,
    revision: row.revision,
    askedAt: instantFrom(row.asked_at),
    dueAt: instantFrom(row.due_at),
    asked: approvers
      .filter(({ round }) => round === row.round)
      .map(({ holder }) => holder),
    votes: votes
      .filter(({ round }) => round === row.round)
      .map(vote => ({
        voter: vote.voter,
        asked: vote.holder,
        vote: vote.vote,
        ...(vote.reason !== null && { reason: vote.reason }),
        at: instantFrom(vote.at),
      })),
    ...(row.closed_at !== null && {
      closedAt: instantFrom(row.closed_at),
      outcome: row.outcome as ApprovalOutcome,
    }),
  }));
}

export async function changeRounds(
  transaction: Knex,
  recordId: string,
  { closes, asks }: RoundChange,
  at: string,
): Promise<void> {
  if (closes) {
    await transaction('record_approvals')
      .where('record_id', recordId)
      .whereNull('closed_at')
      .update({ closed_at: at, outcome: closes });
    await transaction('record_approvers')
      .where('record_id', recordId)
      .whereRaw('open')
      .update({ open: false });
    await transaction('record_timers')
      .where({ record_id: recordId, name: VOTE_REMINDER })
      .delete();
  }
  if (asks) {
    await ask(transaction, recordId, asks);
  }
}

async function ask(transaction: Knex, recordId: string, round: NewRound) {
  const [{ last }] = await transaction('record_approvals')
    .where('record_id', recordId)
    .max({ last: 'round' });
  const key = { record_id: recordId, round: Number(last ?? 0) + 1 };
  await transaction('record_approvals').insert({
    ...key,
    approval: round.approval,
    revision: round.revision,
    asked_at: round.askedAt,
    due_at: round.dueAt,
  });
  await transaction('record_approvers').insert(
    round.asked.map(holder => ({ ...key, holder, open: true })),
  );
  await transaction('record_timers').insert({
    record_id: recordId,
    name: VOTE_REMINDER,
    due_at: round.dueAt,
  });
}

export async function castVote(
  transaction: Knex,
  recordId: string,
  round: number,
  vote: ApprovalVote,
  closesAsking: boolean,
): Promise<void> {
  await transaction('record_votes').insert({
    record_id: recordId,
    round,
    voter: vote.voter,
    holder: vote.asked,
    vote: vote.vote,
    reason: vote.reason ?? null,
    at: vote.at,
  });
  if (closesAsking) {
    await transaction('record_approvers')
      .where({ record_id: recordId, round, holder: vote.asked })
      .update({ open: false });
  }
}
